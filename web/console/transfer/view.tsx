import { useEffect, useState } from 'preact/hooks';
import type { Chat } from '../../protocol/documents';
import { at } from '../../protocol/problem';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useAct, useStore } from '../context';
import { openText } from '../desks/state';
import { Act } from '../pieces/act';
import { Dialog } from '../pieces/dialog';
import { Field } from '../pieces/field';
import { Findings, Trouble, Waits } from '../pieces/finding';
import { isAgent, isDesk, isSkill, skillsOf, type Target } from './state';

interface ChoiceProps {
  readonly name: string;
  readonly detail: string;
  readonly status?: string;
  readonly chosen: boolean;
  readonly choose: () => void;
}

const Choice = ({ name, detail, status, chosen, choose }: ChoiceProps) => (
  <label class="choice">
    <input type="radio" name="transfer-to" checked={chosen} onChange={choose} aria-label={name} />
    {status && <span class={`dot ${status}`} aria-hidden="true" />}
    <span class="choice-name">{name}</span>
    <span class="hint">{detail}</span>
  </label>
);

const TO = ['to', 'toDesk', 'toAgent', 'toSkill'];

/** Hands a chat to a desk, a person or whoever has a skill, with what they must know. */
export const TransferDialog = ({
  chat,
  close,
  title = en.transfer.title,
}: {
  readonly chat: Pick<Chat, 'chatId' | 'agent'>;
  readonly close: () => void;
  readonly title?: string;
}) => {
  const store = useStore();
  const transfer = useAct(`/chats/${chat.chatId}/transfers`, close);
  const [target, setTarget] = useState<Target | null>(null);
  const [context, setContext] = useState('');
  useEffect(() => store.loadPeople(), []);

  const send = (): void => {
    if (target === null) transfer.fail('to', en.transfer.choose);
    else void transfer.run({ ...target, context: context.trim() });
  };
  const people = store.agents.value.filter(
    (agent) => agent.agentId !== chat.agent?.id && agent.capacity > 0,
  );
  const skills = skillsOf(store.agents.value, chat.agent?.id);
  const toTrouble = TO.flatMap((field) => at(transfer.problem, field));
  return (
    <Dialog title={title} close={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <fieldset class="choices" aria-describedby="transfer-to-found">
          <legend>{en.transfer.to}</legend>
          <h3>{en.transfer.deskList}</h3>
          {store.desks.value.map((desk) => (
            <Choice
              key={desk.deskId}
              name={desk.deskId}
              chosen={isDesk(target, desk)}
              detail={
                desk.open === false
                  ? openText(desk, store.now.value)
                  : fill(en.transfer.free, { free: desk.available ?? 0, waiting: desk.waiting })
              }
              choose={() => setTarget({ toDesk: desk.deskId })}
            />
          ))}
          {skills.length > 0 && <h3>{en.transfer.skills}</h3>}
          {skills.map((skill) => (
            <Choice
              key={skill.name}
              name={skill.name}
              chosen={isSkill(target, skill)}
              detail={fill(en.transfer.skilled, { free: skill.free, people: skill.people })}
              choose={() => setTarget({ toSkill: skill.name })}
            />
          ))}
          <h3>{en.transfer.people}</h3>
          {people.map((agent) => (
            <Choice
              key={agent.agentId}
              name={agent.name}
              status={agent.status}
              chosen={isAgent(target, agent)}
              detail={`${agent.homeDesk ?? ''} · ${fill(en.transfer.load, {
                status: en.status[agent.status],
                held: agent.held,
                capacity: agent.capacity,
              })}`}
              choose={() => setTarget({ toAgent: agent.agentId })}
            />
          ))}
        </fieldset>
        <Findings id="transfer-to-found" list={toTrouble} />
        <Field
          label={en.transfer.context}
          hint={en.transfer.hint}
          value={context}
          rows={4}
          change={setContext}
          found={at(transfer.problem, 'context')}
          save={send}
          override={transfer.override}
        />
        <Trouble
          problem={transfer.problem}
          fields={[...TO, 'context']}
          override={transfer.override}
        />
        <Waits progress={transfer.progress} />
        <div class="dialog-acts">
          <Act onClick={close}>{en.transfer.cancel}</Act>
          <Act main submit busy={transfer.progress !== null}>
            {en.transfer.button}
          </Act>
        </div>
      </form>
    </Dialog>
  );
};

import { useState } from 'preact/hooks';
import { moment } from '../../clocks/text';
import { may } from '../../protocol/acts';
import type { Chat, Me } from '../../protocol/documents';
import { at } from '../../protocol/problem';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useAct, useStore } from '../context';
import { Act } from '../pieces/act';
import { Dialog } from '../pieces/dialog';
import { Field } from '../pieces/field';
import { Findings, Trouble, Waits } from '../pieces/finding';
import { bodyOf, FORMS, proposals, type Box, type Form, type Proposal, type Values } from './state';

interface BoxProps {
  readonly box: Box;
  readonly values: Values;
  readonly change: (name: string, value: string | boolean) => void;
  readonly acting: ReturnType<typeof useAct>;
  readonly save: () => void;
}

const BoxView = ({ box, values, change, acting, save }: BoxProps) => {
  const label = en.case.boxes[box.name as keyof typeof en.case.boxes];
  const id = `case-${box.name}`;
  const found = at(acting.problem, box.name);
  if (box.kind === 'check') {
    return (
      <label class="switch">
        <input
          type="checkbox"
          checked={values[box.name] === true}
          onChange={(event) => change(box.name, event.currentTarget.checked)}
        />
        {label}
      </label>
    );
  }
  if (box.kind === 'time') {
    return (
      <div class="field">
        <label for={id}>{label}</label>
        <input
          id={id}
          type="datetime-local"
          value={String(values[box.name] ?? '')}
          aria-describedby={`${id}-found`}
          onInput={(event) => change(box.name, event.currentTarget.value)}
        />
        <Findings id={`${id}-found`} list={found} override={acting.override} />
      </div>
    );
  }
  return (
    <Field
      id={id}
      label={label}
      one={box.kind === 'line'}
      value={String(values[box.name] ?? '')}
      change={(value) => change(box.name, value)}
      found={found}
      override={acting.override}
      save={save}
    />
  );
};

interface CaseDialogProps {
  readonly form: Form;
  readonly chat: Chat;
  readonly me: Me;
  readonly close: () => void;
}

const CaseDialog = ({ form, chat, me, close }: CaseDialogProps) => {
  const store = useStore();
  const [values, setValues] = useState<Values>({});
  const texts = en.case.forms[form.id];
  const acting = useAct(`/chats/${chat.chatId}/${form.path}`, () => {
    store.announcer.polite(texts.done);
    close();
  });
  const send = (): void => void acting.run(bodyOf(form, values, me.agentId));
  return (
    <Dialog title={texts.title} close={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p class="hint">{texts.hint}</p>
        {form.boxes.map((box) => (
          <BoxView
            key={box.name}
            box={box}
            values={values}
            change={(name, value) => setValues({ ...values, [name]: value })}
            acting={acting}
            save={send}
          />
        ))}
        <Trouble
          problem={acting.problem}
          fields={form.boxes.map((box) => box.name)}
          override={acting.override}
        />
        <Waits progress={acting.progress} />
        <div class="dialog-acts">
          <Act onClick={close}>{en.case.cancel}</Act>
          <Act main submit busy={acting.progress !== null}>
            {texts.button}
          </Act>
        </div>
      </form>
    </Dialog>
  );
};

/** What can be done about the case itself, as far as the table allows it now. */
export const CaseActs = ({ chat, me }: { readonly chat: Chat; readonly me: Me }) => {
  const store = useStore();
  const [open, setOpen] = useState<Form | null>(null);
  const legal = FORMS.filter((form) => may(store.table.value, form.act, chat, me));
  if (legal.length === 0) return null;
  return (
    <div class="acts" role="group" aria-label={en.case.acts}>
      {legal.map((form) => (
        <Act key={form.id} shortcut={form.shortcut} onClick={() => setOpen(form)}>
          {en.case.forms[form.id].title}
        </Act>
      ))}
      {open && <CaseDialog form={open} chat={chat} me={me} close={() => setOpen(null)} />}
    </div>
  );
};

const ProposalLine = ({ chat, me, proposal }: ProposalProps) => {
  const store = useStore();
  const promise = useAct(`/chats/${chat.chatId}/follow-ups`, () =>
    store.announcer.polite(en.case.forms.promise.done),
  );
  return (
    <li>
      <p>{fill(en.case.proposal, { time: moment(proposal.dueAt, store.now.value) })}</p>
      <p class="note-text" dir="auto">
        {proposal.what}
      </p>
      <Act
        busy={promise.progress !== null}
        onClick={() =>
          void promise.run({ what: proposal.what, owner: me.agentId, dueAt: proposal.dueAt })
        }
      >
        {en.case.confirm}
      </Act>
      <Trouble problem={promise.problem} fields={[]} override={promise.override} />
    </li>
  );
};

interface ProposalProps {
  readonly chat: Chat;
  readonly me: Me;
  readonly proposal: Proposal;
}

/** Dated promises that were read out of notes, for an agent to confirm. */
export const Proposals = ({ chat, me }: { readonly chat: Chat; readonly me: Me }) => {
  const store = useStore();
  if (!may(store.table.value, 'promise-follow-up', chat, me)) return null;
  const open = proposals(chat, store.now.value);
  if (open.length === 0) return null;
  return (
    <ul class="note-list" aria-label={en.case.proposals}>
      {open.map((proposal) => (
        <ProposalLine key={proposal.key} chat={chat} me={me} proposal={proposal} />
      ))}
    </ul>
  );
};

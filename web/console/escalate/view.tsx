import { useState } from 'preact/hooks';
import { moment } from '../../clocks/text';
import type { Chat } from '../../protocol/documents';
import { at, type Problem } from '../../protocol/problem';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useAct, useStore } from '../context';
import { Act } from '../pieces/act';
import { Dialog } from '../pieces/dialog';
import { Field } from '../pieces/field';
import { Findings, Trouble, Waits } from '../pieces/finding';

type Trigger = keyof typeof en.escalate.triggers;
type Rung = keyof typeof en.escalate.roles;
const MINUTES = [15, 30, 60, 120];
const FIELDS = [
  'trigger',
  'detail',
  'to',
  'inform',
  'timeline',
  'contact',
  'inform.timeline',
  'inform.contact',
];

interface PickProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly change: (value: T) => void;
  readonly problem: Problem | null;
  readonly fields: readonly string[];
}

const Pick = <T extends string>(props: PickProps<T>) => (
  <div class="field">
    <label for={props.id}>{props.label}</label>
    <select
      id={props.id}
      value={props.value}
      aria-describedby={`${props.id}-found`}
      onChange={(event) => props.change(event.currentTarget.value as T)}
    >
      {props.options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
    <Findings id={`${props.id}-found`} list={props.fields.flatMap((f) => at(props.problem, f))} />
  </div>
);

const pairs = <T extends string>(texts: Readonly<Record<T, string>>): [T, string][] =>
  Object.entries(texts) as [T, string][];

/** Goes up the ladder. It shows the very message the customer gets, for the act sends one. */
export const EscalateDialog = ({
  chat,
  close,
}: {
  readonly chat: Chat;
  readonly close: () => void;
}) => {
  const store = useStore();
  const escalate = useAct(`/chats/${chat.chatId}/escalations`, close);
  const [trigger, setTrigger] = useState<Trigger>('unresolved');
  const [to, setTo] = useState<Rung>('lead');
  const [detail, setDetail] = useState('');
  const [minutes, setMinutes] = useState('30');
  const [contact, setContact] = useState('this chat');
  const send = (): void =>
    void escalate.run({
      trigger,
      detail: detail.trim(),
      to,
      inform: { timeline: `PT${minutes}M`, contact: contact.trim() },
    });
  const by = moment(store.now.value + Number(minutes) * 60_000, store.now.value);
  const shared = { problem: escalate.problem };
  return (
    <Dialog title={en.escalate.title} close={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Pick
          id="escalate-trigger"
          label={en.escalate.trigger}
          value={trigger}
          options={pairs(en.escalate.triggers)}
          change={setTrigger}
          fields={['trigger']}
          {...shared}
        />
        <Field
          label={en.escalate.detail}
          value={detail}
          change={setDetail}
          rows={3}
          found={at(escalate.problem, 'detail')}
          save={send}
        />
        <Pick
          id="escalate-to"
          label={en.escalate.to}
          value={to}
          options={pairs(en.escalate.roles)}
          change={setTo}
          fields={['to']}
          {...shared}
        />
        <Pick
          id="escalate-by"
          label={en.escalate.timeline}
          value={minutes}
          change={setMinutes}
          options={MINUTES.map((n) => [String(n), fill(en.escalate.minutes, { n })] as const)}
          fields={['timeline', 'inform.timeline', 'inform']}
          {...shared}
        />
        <Field
          label={en.escalate.contact}
          value={contact}
          change={setContact}
          one
          found={['contact', 'inform.contact'].flatMap((f) => at(escalate.problem, f))}
        />
        <p class="hint">{en.escalate.preview}</p>
        <blockquote>
          {fill(en.escalate.message, {
            role: en.escalate.roles[to].toLowerCase(),
            time: by,
            reference: chat.reference,
            contact,
          })}
        </blockquote>
        <Trouble problem={escalate.problem} fields={FIELDS} override={escalate.override} />
        <Waits progress={escalate.progress} />
        <div class="dialog-acts">
          <Act onClick={close}>{en.escalate.cancel}</Act>
          <Act main submit busy={escalate.progress !== null}>
            {en.escalate.button}
          </Act>
        </div>
      </form>
    </Dialog>
  );
};

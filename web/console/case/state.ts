import type { Act } from '../../protocol/acts';
import type { Chat, FollowUp, Note } from '../../protocol/documents';
import { plain } from '../../protocol/text';

/** One box of a form about the case. */
export interface Box {
  readonly name: string;
  readonly kind: 'line' | 'text' | 'time' | 'check';
  /** Left out of the request while empty. */
  readonly optional?: boolean;
}

/** A form about the case: which act of the table it is, and what it asks for. */
export interface Form {
  readonly id: 'verify' | 'classify' | 'promise' | 'warn' | 'update' | 'reopen';
  readonly act: Act;
  readonly path: string;
  readonly shortcut?: string;
  readonly boxes: readonly Box[];
}

export const FORMS: readonly Form[] = [
  {
    id: 'verify',
    act: 'verify-customer',
    path: 'verification',
    shortcut: 'v',
    boxes: [{ name: 'method', kind: 'line' }],
  },
  {
    id: 'classify',
    act: 'classify',
    path: 'classification',
    shortcut: 'c',
    boxes: [
      { name: 'category', kind: 'line' },
      { name: 'complaint', kind: 'check', optional: true },
    ],
  },
  {
    id: 'promise',
    act: 'promise-follow-up',
    path: 'follow-ups',
    shortcut: 'p',
    boxes: [
      { name: 'what', kind: 'text' },
      { name: 'dueAt', kind: 'time' },
    ],
  },
  {
    id: 'update',
    act: 'send-customer-update',
    path: 'customer-updates',
    boxes: [{ name: 'text', kind: 'text' }],
  },
  { id: 'warn', act: 'give-conduct-warning', path: 'conduct-warnings', shortcut: 'b', boxes: [] },
  { id: 'reopen', act: 'reopen', path: 'reopening', boxes: [] },
];

export type Values = Readonly<Record<string, string | boolean>>;

/** The request that a filled-in form stands for. A time is meant where the agent sits. */
export const bodyOf = (form: Form, values: Values, owner: string): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const box of form.boxes) {
    const value = values[box.name] ?? '';
    if (typeof value === 'boolean') body[box.name] = value;
    else if (box.kind === 'time') {
      const time = new Date(value);
      if (!Number.isNaN(time.getTime())) body[box.name] = time.toISOString();
    } else if (value.trim() !== '' || !box.optional) body[box.name] = value.trim();
  }
  if (form.id === 'promise') body['owner'] = owner;
  return body;
};

/** A dated promise read out of a note, which nobody has confirmed yet. */
export interface Proposal {
  readonly key: string;
  readonly what: string;
  readonly dueAt: string;
}

const isPromised = (followUps: readonly FollowUp[], dueAt: string): boolean =>
  followUps.some((one) => Date.parse(one.dueAt) === Date.parse(dueAt));

/** What the notes of a chat seem to promise, still to come and not confirmed yet. */
export const proposals = (chat: Pick<Chat, 'notes' | 'followUps'>, now: number): Proposal[] =>
  (chat.notes ?? []).flatMap((note: Note) =>
    (note.proposedFollowUps ?? [])
      .filter((one) => Date.parse(one.dueAt) > now)
      .filter((one) => !isPromised(chat.followUps ?? [], one.dueAt))
      .map((one) => ({
        key: `${note.noteId}/${one.dueAt}`,
        what: plain(one.what),
        dueAt: one.dueAt,
      })),
  );

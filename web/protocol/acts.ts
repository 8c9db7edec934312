import type { Chat, Me, Role, Row } from './documents';

/** The acts a console knows, as `GET /chat-states` names them. */
export type Act =
  | 'post-message'
  | 'transfer'
  | 'acknowledge-transfer'
  | 'decline-transfer'
  | 'withdraw-transfer'
  | 'record-note'
  | 'escalate'
  | 'take-over'
  | 'propose-resolution'
  | 'answer-resolution'
  | 'resolve'
  | 'close'
  | 'verify-customer'
  | 'classify'
  | 'promise-follow-up'
  | 'send-customer-update'
  | 'give-conduct-warning'
  | 'reopen'
  | 'help-escalation'
  | 'return-escalation'
  | 'review-escalation';
export type Part = 'visitor' | 'responsible' | 'receiver' | 'lead' | 'requester' | 'system';

/** The exported table state × part: the only source for what a screen enables. */
export interface ActRow {
  readonly act: string;
  readonly states: readonly string[];
  readonly parts: readonly string[];
}

const LEADING: readonly Role[] = ['lead', 'supervisor', 'manager'];

/** Whether somebody watches over the chats of others. */
export const leads = (me: Pick<Me, 'role'>): boolean => LEADING.includes(me.role);

/** The agent a transfer or escalation is meant for, if one is chosen. */
export const receiverOf = (chat: Pick<Chat, 'receiver'>): string | undefined =>
  typeof chat.receiver === 'string' ? chat.receiver : chat.receiver?.id;

/** The parts an agent plays in a chat. */
export const partsOf = (chat: Chat, me: Me): readonly Part[] => {
  const parts: Part[] = [];
  if (chat.agent?.id === me.agentId) parts.push('responsible');
  if (receiverOf(chat) === me.agentId) parts.push('receiver');
  if (leads(me)) parts.push('lead');
  if (chat.assist?.agentId === me.agentId) parts.push('requester');
  return parts;
};

/** What the table of acts needs of a row of a list. */
export const asChat = (row: Row): Chat => ({ ...row, sequence: 0 });

const kebab = (name: string): string => name.toLowerCase().replaceAll('_', '-');

/** The table with its words in one spelling. */
export const readTable = (rows: readonly ActRow[]): readonly ActRow[] =>
  rows.map((row) => ({
    act: kebab(row.act),
    states: row.states.map(kebab),
    parts: row.parts.map(kebab),
  }));

/** Whether the table allows the act to this agent in this chat now. */
export const may = (table: readonly ActRow[], act: Act, chat: Chat, me: Me): boolean => {
  const parts: readonly string[] = partsOf(chat, me);
  return table.some(
    (row) =>
      row.act === act &&
      row.states.includes(chat.state) &&
      row.parts.some((part) => parts.includes(part)),
  );
};

import { isOpen } from '../../clocks/state';
import { moment } from '../../clocks/text';
import { receiverOf } from '../../protocol/acts';
import type { Agent, AgentStatus, Desk, Row } from '../../protocol/documents';
import { desksTexts } from '../../words/desks.en';
import { fill } from '../../words/fill';
import { byBadness } from '../board/state';

/** Whether a desk is open, and until when it is not. */
export const openText = (desk: Desk, now: number): string => {
  if (desk.open !== false) return desksTexts.yes;
  return desk.opensAt ? fill(desksTexts.until, { time: moment(desk.opensAt, now) }) : desksTexts.no;
};

/** Nobody has it yet: in line, or handed to a desk where nobody has been found. */
const waits = (row: Row): boolean =>
  row.state === 'waiting' || (row.state === 'transferring' && receiverOf(row) === undefined);

/** The chats that look for somebody, the worst first. */
export const waiting = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(waits).toSorted(byBadness);

/** The chats an agent has, or is to take, the worst first. */
export const chatsOf = (rows: readonly Row[], agentId: string): readonly Row[] =>
  rows
    .filter((row) => row.agent?.id === agentId || receiverOf(row) === agentId)
    .toSorted(byBadness);

/** How many chats at a desk have a clock in that state. */
export const pressing = (
  rows: readonly Row[],
  deskId: string,
  state: 'warned' | 'breached',
): number =>
  rows.filter(
    (row) =>
      row.desk === deskId && row.clocks?.some((clock) => isOpen(clock) && clock.state === state),
  ).length;

/** Whom a desk is asking to take a chat. */
export const askedFor = (desks: readonly Desk[], chatId: string): string | undefined =>
  desks.flatMap((desk) => desk.line ?? []).find((one) => one.chatId === chatId)?.offeredTo;

const ORDER: Record<AgentStatus, number> = {
  available: 0,
  busy: 1,
  'wrap-up': 2,
  away: 3,
  offline: 4,
};

/** Who can take a chat first: by status, then the one with the most room, then by name. */
export const byRoom = (agents: readonly Agent[]): readonly Agent[] =>
  agents.toSorted(
    (a, b) =>
      ORDER[a.status] - ORDER[b.status] ||
      b.capacity - b.held - (a.capacity - a.held) ||
      a.name.localeCompare(b.name),
  );

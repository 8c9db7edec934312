import { presses, soonest } from '../../clocks/state';
import { receiverOf } from '../../protocol/acts';
import type { Me, Row } from '../../protocol/documents';

/** Whose turn it is, which is the first thing a list must say. */
export type Group = 'now' | 'yours' | 'theirs';
export const GROUPS: readonly Group[] = ['now', 'yours', 'theirs'];

/** A transfer that waits for this agent's word. */
export const asksMe = (row: Row, me: Pick<Me, 'agentId'>): boolean =>
  row.transfer === undefined
    ? receiverOf(row) === me.agentId
    : (row.transfer.forMe ?? row.transfer.fromAgent !== me.agentId);

/** A transfer that this agent has sent and somebody else must take. */
const askedByMe = (row: Row, me: Pick<Me, 'agentId'>): boolean =>
  row.transfer !== undefined && !asksMe(row, me);

/** Whether this agent is asked to help with an escalation, or helps. */
export const helpsHere = (row: Row, me: Pick<Me, 'agentId'>): boolean =>
  row.helpers?.includes(me.agentId) ?? false;

export const groupOf = (row: Row, me: Pick<Me, 'agentId'>): Group => {
  if (askedByMe(row, me)) return 'theirs';
  // Whoever is asked to help has a colleague waiting.
  if (helpsHere(row, me)) return 'now';
  if (row.silentSince !== undefined) return 'now';
  // Who asks a lead waits for the answer, and it is their turn once there is one.
  if (row.assist?.agentId === me.agentId) return row.unattended ? 'theirs' : 'yours';
  if (asksMe(row, me) || (row.clocks ?? []).some(presses)) return 'now';
  return row.unattended ? 'yours' : 'theirs';
};

/** The rows of each group, the earliest due first, then the longest there. */
export const grouped = (
  rows: readonly Row[],
  me: Pick<Me, 'agentId'>,
): ReadonlyMap<Group, readonly Row[]> => {
  const groups = new Map<Group, Row[]>(GROUPS.map((group) => [group, []]));
  for (const row of rows) groups.get(groupOf(row, me))?.push(row);
  for (const list of groups.values()) list.sort(byDue);
  return groups;
};

const byDue = (a: Row, b: Row): number => {
  const [dueA, dueB] = [soonest(a.clocks ?? []), soonest(b.clocks ?? [])];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return (a.since ?? '').localeCompare(b.since ?? '') || a.chatId.localeCompare(b.chatId);
};

/** What is drawn: an order that holds still while somebody points at it. */
export interface Arrangement {
  readonly order: readonly (readonly [Group, readonly string[]])[];
  /** A better order is known and waits for leave to be drawn. */
  readonly outdated: boolean;
}

const orderOf = (groups: ReadonlyMap<Group, readonly Row[]>): Arrangement['order'] =>
  GROUPS.map((group) => [group, (groups.get(group) ?? []).map((row) => row.chatId)] as const);

/**
 * The order to draw. Held, the old one stays: rows that are gone leave it, new ones join at the end
 * of their group, and the rest waits.
 */
export const arrange = (
  before: Arrangement | null,
  groups: ReadonlyMap<Group, readonly Row[]>,
  held: boolean,
): Arrangement => {
  const order = orderOf(groups);
  if (!held || before === null) return { order, outdated: false };
  const present = new Set(order.flatMap(([, ids]) => ids));
  const drawn = new Set(before.order.flatMap(([, ids]) => ids));
  const kept = before.order.map(([group, ids]) => {
    const fresh = order.find(([name]) => name === group)?.[1] ?? [];
    return [
      group,
      [...ids.filter((id) => present.has(id)), ...fresh.filter((id) => !drawn.has(id))],
    ] as const;
  });
  return { order: kept, outdated: JSON.stringify(kept) !== JSON.stringify(order) };
};

/** The chat after or before another one in the drawn order; wraps nowhere. */
export const neighbour = (
  arrangement: Arrangement | null,
  chatId: string | null,
  step: 1 | -1,
): string | undefined => {
  const ids = arrangement?.order.flatMap(([, those]) => those) ?? [];
  const at = chatId === null ? -1 : ids.indexOf(chatId);
  if (at < 0) return step === 1 ? ids[0] : ids.at(-1);
  return ids[at + step];
};

import { byUrgency, soonest } from '../../clocks/state';
import type { Row } from '../../protocol/documents';

/** Chats of the board that nobody attends to, the worst first. */
export const worstFirst = (rows: readonly Row[]): readonly Row[] =>
  rows.filter((row) => row.unattended !== false).toSorted(byBadness);

/** The worse one first: breached, earliest due, oldest. */
export const byBadness = (a: Row, b: Row): number => {
  const over = Number(breached(b)) - Number(breached(a));
  if (over !== 0) return over;
  const [dueA, dueB] = [soonest(a.clocks ?? []), soonest(b.clocks ?? [])];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return (a.since ?? '').localeCompare(b.since ?? '');
};

const breached = (row: Row): boolean =>
  byUrgency(row.clocks ?? []).some((clock) => clock.state === 'breached');

/** The moment since which the oldest of the rows waits. */
export const oldestSince = (rows: readonly Row[]): string | undefined =>
  rows
    .map((row) => row.since)
    .filter((since) => since !== undefined)
    .toSorted()[0];

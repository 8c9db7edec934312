import type { Clock, ClockState } from '../protocol/documents';
import type { EventOf, PublicEvent } from '../protocol/events';

/** How a clock is drawn; `due` is "the time has come, the server has not said so yet". */
export type Stage = ClockState | 'due';

/** The stage at a moment of server time. Local time alone never makes a clock breached. */
export const stageOf = (clock: Clock, now: number): Stage => {
  const counting = clock.state === 'running' || clock.state === 'warned';
  return counting && now >= Date.parse(clock.breachAt) ? 'due' : clock.state;
};

const OPEN: readonly ClockState[] = ['running', 'warned', 'breached', 'paused'];
export const isOpen = (clock: Clock): boolean => OPEN.includes(clock.state);

/** Whether somebody should do something about it now. */
export const presses = (clock: Clock): boolean =>
  clock.state === 'warned' || clock.state === 'breached';

const dueAt = (clock: Clock): number =>
  clock.state === 'paused' ? Number.POSITIVE_INFINITY : Date.parse(clock.breachAt);

/** The open clocks, the earliest due first in wall-clock time; paused ones last. */
export const byUrgency = (clocks: readonly Clock[]): readonly Clock[] =>
  clocks.filter(isOpen).toSorted((a, b) => dueAt(a) - dueAt(b));

/** The moment the most urgent clock is due, infinite when none runs. */
export const soonest = (clocks: readonly Clock[]): number => {
  const first = byUrgency(clocks)[0];
  return first ? dueAt(first) : Number.POSITIVE_INFINITY;
};

export type ClockEvent = Extract<PublicEvent, { type: `clock.${string}` }>;
export const isClockEvent = (event: PublicEvent): event is ClockEvent =>
  event.type.startsWith('clock.');

/** Folds a clock's event into the clocks of its chat. */
export const evolve = (clocks: readonly Clock[], event: ClockEvent): readonly Clock[] => {
  switch (event.type) {
    case 'clock.started':
      return clocks.some((clock) => clock.clockId === event.data.clockId)
        ? clocks
        : [...clocks, started(event)];
    case 'clock.warned':
      return change(clocks, event, { state: 'warned' });
    case 'clock.breached':
      return change(clocks, event, { state: 'breached' });
    case 'clock.paused':
      return change(clocks, event, { state: 'paused', remaining: event.data.remaining });
    case 'clock.resumed':
      return change(clocks, event, {
        state: event.data.warned ? 'warned' : 'running',
        calendar: event.data.calendar,
        warnAt: event.data.warnAt,
        breachAt: event.data.breachAt,
      });
    case 'clock.breach-withdrawn':
      return change(clocks, event, { state: 'withdrawn', metAt: event.data.metAt });
    case 'clock.met':
      return change(clocks, event, { state: 'met', metAt: event.data.metAt });
    case 'clock.cancelled':
      return change(clocks, event, { state: 'cancelled' });
  }
};

const started = ({ data }: EventOf<'clock.started'>): Clock => ({
  clockId: data.clockId,
  clock: data.clock,
  label: data.label,
  requirement: data.requirement,
  calendar: data.calendar,
  transferId: data.transferId,
  agentId: data.agentId,
  state: 'running',
  startedAt: data.startedAt,
  warnAt: data.warnAt,
  breachAt: data.breachAt,
});

const change = (
  clocks: readonly Clock[],
  event: ClockEvent,
  next: Partial<Clock>,
): readonly Clock[] =>
  clocks.map((clock) => (clock.clockId === event.data.clockId ? { ...clock, ...next } : clock));

const FAR: Record<ClockState, number> = {
  running: 0,
  paused: 0,
  warned: 1,
  breached: 2,
  met: 3,
  cancelled: 3,
  withdrawn: 4,
};

/**
 * Joins the clocks of a fresh document with those folded from the stream. The document's clocks
 * come from another stream than its chat and may lag, so a clock never goes back a stage.
 */
export const joined = (fresh: readonly Clock[], known: readonly Clock[]): readonly Clock[] => {
  const ahead = new Map(known.map((clock) => [clock.clockId, clock]));
  const merged = fresh.map((clock) => {
    const seen = ahead.get(clock.clockId);
    ahead.delete(clock.clockId);
    return seen && FAR[seen.state] > FAR[clock.state] ? { ...clock, ...seen } : clock;
  });
  return [...merged, ...ahead.values()];
};

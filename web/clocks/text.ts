import type { Clock } from '../protocol/documents';
import { stageOf, type Stage } from './state';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** In its last minute a clock counts in steps of this. */
const STEP = 15 * SECOND;

/** A length of time in the fewest words: `45 s`, `12 min`, `2 h 5 min`, `3 d`. */
export const span = (millis: number): string => {
  if (millis < MINUTE) return `${Math.max(0, Math.round(millis / SECOND))} s`;
  const minutes = Math.round(millis / MINUTE);
  if (minutes < 90) return `${minutes} min`;
  if (millis >= 2 * DAY) return `${Math.round(millis / DAY)} d`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
};

/** What is left, in whole minutes upwards; the last minute in steps of 15 s. */
export const leftText = (millis: number): string =>
  millis < MINUTE
    ? span(Math.ceil(millis / STEP) * STEP)
    : span(Math.ceil(millis / MINUTE) * MINUTE);

/** What is over, in whole minutes downwards, from one up. */
export const overText = (millis: number): string =>
  millis < MINUTE ? 'just over' : `${span(Math.floor(millis / MINUTE) * MINUTE)} over`;

/** An ISO 8601 duration such as `PT6M30S` in milliseconds; 0 if it can't be read. */
export const durationMillis = (iso: string | undefined): number => {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(iso ?? '');
  if (!parts) return 0;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return (
    (days ?? 0) * DAY + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0) * SECOND
  );
};

/** A moment in the reader's zone: the time, and the day before it if it is not today. */
export const moment = (iso: string | number | undefined, now: number, locale?: string): string => {
  if (iso === undefined) return '';
  const date = new Date(iso);
  const time = date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  if (date.toDateString() === new Date(now).toDateString()) return time;
  const day = date.toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day}, ${time}`;
};

/** The short form for a row, and the long one for a header. */
export interface ClockText {
  readonly stage: Stage;
  readonly short: string;
  readonly long: string;
}

export const clockText = (
  clock: Clock,
  now: number,
  stale: boolean,
  locale?: string,
): ClockText => {
  const stage = stageOf(clock, now);
  const left = Date.parse(clock.breachAt) - now;
  const due = moment(clock.breachAt, now, locale);
  const label = clock.label;
  switch (stage) {
    case 'running':
    case 'warned': {
      const text = leftText(left);
      const short = stage === 'warned' ? `${text} left` : text;
      return stale
        ? { stage, short: `~ ${text}`, long: `${label} · about ${text}, due ${due}` }
        : { stage, short, long: `${label} · ${text} left · due ${due}` };
    }
    case 'due':
      return { stage, short: 'due now', long: `${label} · due ${due}, checking` };
    case 'breached':
      return {
        stage,
        short: overText(-left),
        long: `${label} · breached ${due} · ${overText(-left)}`,
      };
    case 'paused': {
      const rest = leftText(durationMillis(clock.remaining));
      return { stage, short: `paused, ${rest} left`, long: `${label} · paused, ${rest} left` };
    }
    case 'met': {
      const took = Date.parse(clock.metAt ?? clock.breachAt) - Date.parse(clock.startedAt);
      return { stage, short: '', long: `${label} · met in ${span(Math.max(took, 0))}` };
    }
    case 'cancelled':
      return { stage, short: '', long: `${label} · cancelled` };
    case 'withdrawn': {
      const met = moment(clock.metAt, now, locale);
      return { stage, short: '', long: `${label} · breach withdrawn: done in time, ${met}` };
    }
  }
};

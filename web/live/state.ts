import { unreachable } from '../protocol/unreachable';

/** How long a break stays unmentioned, is called reconnecting, and makes the screen stale. */
export const QUIET_MILLIS = 2_000;
export const OFFLINE_MILLIS = 10_000;
/** A stream that says nothing for this long is dead: heartbeats come every 15 s. */
export const SILENCE_MILLIS = 35_000;

/** The state of the one stream of a page. */
export interface Live {
  readonly phase: 'connecting' | 'live' | 'lost' | 'ended';
  readonly attempt: number;
  /** When it broke, by the local clock. */
  readonly since: number;
  readonly cursor?: string;
}

export type LiveEvent =
  | { readonly type: 'Tried' }
  | { readonly type: 'Opened' }
  | { readonly type: 'Read'; readonly cursor: string }
  | { readonly type: 'Reset' }
  | { readonly type: 'Lost'; readonly at: number }
  | { readonly type: 'Ended' };

export const liveFrom = (at: number): Live => ({ phase: 'connecting', attempt: 0, since: at });

export const evolve = (live: Live, event: LiveEvent): Live => {
  switch (event.type) {
    case 'Tried':
      return { ...live, attempt: live.attempt + 1 };
    case 'Opened':
      return { ...live, phase: 'live', attempt: 0 };
    case 'Read':
      return { ...live, cursor: event.cursor };
    case 'Reset':
      return { ...live, cursor: undefined };
    case 'Lost':
      return { ...live, phase: 'lost', since: live.phase === 'live' ? event.at : live.since };
    case 'Ended':
      return { ...live, phase: 'ended' };
    default:
      return unreachable(event);
  }
};

/** What the screen says about it. */
export type Banner = 'live' | 'quiet' | 'reconnecting' | 'offline';

export const bannerOf = (live: Live, now: number): Banner => {
  if (live.phase === 'live') return 'live';
  const gone = now - live.since;
  if (gone < QUIET_MILLIS) return 'quiet';
  return gone < OFFLINE_MILLIS ? 'reconnecting' : 'offline';
};

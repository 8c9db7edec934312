import { signal } from '@preact/signals';
import { liveFrom, type Live } from '../live/state';
import type { Outgoing } from '../outbox/state';
import type { ActRow } from '../protocol/acts';
import type { Agent, Chat, Desk, Me, Review, Row } from '../protocol/documents';
import type { Problem } from '../protocol/problem';
import type { Drafts } from './composer/drafts';
import type { Arrangement } from './inbox/state';
import type { Told } from './notices/state';
import type { Route } from './route';

/** Chats whose documents are kept; the one used longest ago goes first. */
export const CHATS_KEPT = 50;

/** A chat as far as this page knows it. */
export interface Known {
  readonly chat?: Chat;
  readonly missing: boolean;
}

/** Everything the views may look at. Only `store.ts` and its parts write here. */
export const createSignals = (now: number, drafts: Drafts, outgoing: readonly Outgoing[]) => ({
  me: signal<Me | null>(null),
  rows: signal<readonly Row[] | null>(null),
  inboxFailed: signal(false),
  board: signal<readonly Row[] | null>(null),
  boardAt: signal(now),
  /** Escalations that wait for their review, for those who watch over chats. */
  reviews: signal<readonly Review[]>([]),
  /** Every open chat, for those who watch over them; only while the desks are looked at. */
  watched: signal<readonly Row[]>([]),
  watchedAt: signal(now),
  /** Who was told because of clocks while this page was open, the latest first. */
  told: signal<readonly Told[]>([]),
  chats: signal<ReadonlyMap<string, Known>>(new Map()),
  desks: signal<readonly Desk[]>([]),
  agents: signal<readonly Agent[]>([]),
  table: signal<readonly ActRow[]>([]),
  live: signal<Live>(liveFrom(now)),
  /** Server time, moved on in steps. */
  now: signal(now),
  /** Server time minus local time. */
  offset: signal(0),
  outgoing: signal<readonly Outgoing[]>(outgoing),
  /** Why the last message of a chat came back into its box. */
  returned: signal<ReadonlyMap<string, Problem>>(new Map()),
  drafts: signal<Drafts>(drafts),
  unread: signal<ReadonlyMap<string, number>>(new Map()),
  route: signal<Route>({ place: 'inbox' }),
  arrangement: signal<Arrangement | null>(null),
  contextOpen: signal(false),
  keysOpen: signal(false),
});

export type Signals = ReturnType<typeof createSignals>;

/** A copy of a map with one entry changed, or taken out with `undefined`. */
export const withEntry = <K, V>(
  map: ReadonlyMap<K, V>,
  key: K,
  value: V | undefined,
): Map<K, V> => {
  const next = new Map(map);
  next.delete(key);
  if (value !== undefined) next.set(key, value);
  return next;
};

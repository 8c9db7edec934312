import { unreachable } from '../protocol/unreachable';
import type { Override, Problem } from '../protocol/problem';
import type { Verdict } from './verdict';

/** Messages that may wait for a connection at the same time. */
export const OUTBOX_LIMIT = 20;
/** Attempts without a connection after which a message says "not sent". */
export const UNREACHABLE_LIMIT = 4;

export type Phase = 'queued' | 'sending' | 'checking' | 'waiting' | 'sent' | 'refused' | 'failed';

/** A message on its way; its key is also its `clientMessageId`. */
export interface Outgoing {
  readonly key: string;
  readonly chatId: string;
  readonly text: string;
  readonly at: string;
  readonly phase: Phase;
  readonly tries: number;
  readonly problem?: Problem;
  readonly overrides?: readonly Override[];
}

/** What somebody wants to say, before it is on its way. */
export type Said = Pick<Outgoing, 'key' | 'chatId' | 'text' | 'at' | 'overrides'>;

export type OutboxEvent =
  | { readonly type: 'Queued'; readonly item: Said }
  | { readonly type: 'Started'; readonly key: string }
  | { readonly type: 'Judged'; readonly key: string; readonly verdict: Verdict }
  | { readonly type: 'Confirmed'; readonly key: string }
  | { readonly type: 'Retried'; readonly key: string }
  | { readonly type: 'Removed'; readonly key: string }
  /** Only what was written since then goes out by itself; older texts ask first. */
  | { readonly type: 'Reconnected'; readonly since: string };

const change = (
  items: readonly Outgoing[],
  key: string,
  next: (item: Outgoing) => Outgoing,
): readonly Outgoing[] => items.map((item) => (item.key === key ? next(item) : item));

const again = (item: Outgoing): Outgoing => ({
  ...item,
  phase: 'queued',
  tries: 0,
  problem: undefined,
});

export const evolve = (items: readonly Outgoing[], event: OutboxEvent): readonly Outgoing[] => {
  switch (event.type) {
    case 'Queued':
      if (items.some((item) => item.key === event.item.key)) return items;
      return [...items, { ...event.item, phase: 'queued', tries: 0 }];
    case 'Started':
      return change(items, event.key, (item) => ({ ...item, phase: 'sending' }));
    case 'Judged':
      return change(items, event.key, (item) => judged(item, event.verdict));
    case 'Confirmed':
    case 'Removed':
      return items.filter((item) => item.key !== event.key);
    case 'Retried':
      return change(items, event.key, again);
    case 'Reconnected':
      return items.map((item) =>
        item.phase === 'failed' && !item.problem && item.at >= event.since ? again(item) : item,
      );
    default:
      return unreachable(event);
  }
};

const judged = (item: Outgoing, verdict: Verdict): Outgoing => {
  switch (verdict.kind) {
    case 'accepted':
      return { ...item, phase: 'sent', problem: undefined };
    case 'refused':
      return { ...item, phase: 'refused', problem: verdict.problem };
    case 'unknown':
      return { ...item, phase: 'checking' };
    case 'busy':
      return { ...item, phase: 'waiting' };
    case 'expired':
      return { ...item, phase: 'failed' };
    case 'unreachable': {
      const tries = item.tries + 1;
      return { ...item, tries, phase: tries < UNREACHABLE_LIMIT ? 'waiting' : 'failed' };
    }
    default:
      return unreachable(verdict);
  }
};

/**
 * The next message of a chat that should be sent. One at a time and in order: while one is under
 * way or failed for want of a connection, the ones behind it wait. A refused one steps aside.
 */
export const nextOf = (items: readonly Outgoing[], chatId: string): Outgoing | undefined => {
  const open = items.filter(
    (item) => item.chatId === chatId && item.phase !== 'sent' && item.phase !== 'refused',
  );
  return open[0]?.phase === 'failed' ? undefined : open[0];
};

/** What survives a reload: unfinished messages start over with their old key. */
export const restored = (items: readonly Outgoing[]): readonly Outgoing[] =>
  items
    .filter((item) => item.phase !== 'sent')
    .map((item) => (item.phase === 'refused' || item.phase === 'failed' ? item : again(item)));

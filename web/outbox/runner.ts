import { pauseMillis } from '../live/backoff';
import { evolve, nextOf, OUTBOX_LIMIT, type Outgoing, type OutboxEvent, type Said } from './state';
import type { Verdict } from './verdict';

export interface OutboxWorld {
  readonly post: (item: Outgoing) => Promise<Verdict>;
  readonly changed: (items: readonly Outgoing[]) => void;
  readonly sleep: (millis: number) => Promise<void>;
  readonly chance: () => number;
}

export interface Outbox {
  readonly items: () => readonly Outgoing[];
  /** False when as many wait already as may wait. */
  add(item: Said): boolean;
  retry(key: string): void;
  remove(key: string): void;
  /** The stream has shown the message: its echo can go. */
  confirm(key: string): void;
  /** Tries again what failed and was written since then (any time, if not given). */
  reconnected(since?: string): void;
}

/** Sends messages in order, one at a time a chat, each with its one key until it is decided. */
export const createOutbox = (world: OutboxWorld, start: readonly Outgoing[] = []): Outbox => {
  let items = start;
  const busy = new Set<string>();

  const become = (event: OutboxEvent): void => {
    const next = evolve(items, event);
    if (next === items) return;
    items = next;
    world.changed(items);
  };

  const work = async (chatId: string): Promise<void> => {
    if (busy.has(chatId)) return;
    busy.add(chatId);
    for (let item = nextOf(items, chatId); item; item = nextOf(items, chatId)) {
      if (item.phase === 'queued') become({ type: 'Started', key: item.key });
      const verdict = await world.post(item);
      become({ type: 'Judged', key: item.key, verdict });
      const after = items.find((other) => other.key === item?.key);
      if (after?.phase === 'checking' || after?.phase === 'waiting') {
        await world.sleep(
          'retryMillis' in verdict ? verdict.retryMillis : pauseMillis(after.tries, world.chance()),
        );
      }
    }
    busy.delete(chatId);
  };
  const workAll = (): void =>
    new Set(items.map((item) => item.chatId)).forEach((id) => void work(id));
  workAll();

  return {
    items: () => items,
    add: (item) => {
      const waiting = items.filter((other) => other.phase !== 'sent').length;
      if (waiting >= OUTBOX_LIMIT) return false;
      become({ type: 'Queued', item });
      void work(item.chatId);
      return true;
    },
    retry: (key) => {
      become({ type: 'Retried', key });
      workAll();
    },
    remove: (key) => {
      become({ type: 'Removed', key });
      workAll();
    },
    confirm: (key) => {
      if (items.some((item) => item.key === key)) become({ type: 'Confirmed', key });
    },
    reconnected: (since = '') => {
      become({ type: 'Reconnected', since });
      workAll();
    },
  };
};

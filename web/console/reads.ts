import { ReadFailed, type Read } from '../live/read';
import { leads, readTable, type ActRow } from '../protocol/acts';
import type { AssistTemplates } from '../protocol/assist';
import type { Agent, Chat, Desk, Me, Review, Row } from '../protocol/documents';
import type { ClockReport } from '../protocol/reports';
import { refreshed, refreshedRows } from './chat/state';
import type { NextAct } from './finish/state';
import { CHATS_KEPT, withEntry, type Known, type Signals } from './signals';

/** Tries of a document that is behind the event we know of. */
const BEHIND_TRIES = 4;

interface Items<T> {
  readonly items: readonly T[];
}

/** Reads documents into the signals. */
export const createReads = (signals: Signals, read: Read, sleep: (ms: number) => Promise<void>) => {
  const keep = (chatId: string, known: Known): void => {
    const next = withEntry(signals.chats.value, chatId, known);
    for (const old of next.keys()) {
      if (next.size <= CHATS_KEPT) break;
      next.delete(old);
    }
    signals.chats.value = next;
  };
  const chat = async (chatId: string, minSequence = 0): Promise<void> => {
    for (let attempt = 1; attempt <= BEHIND_TRIES; attempt++) {
      try {
        const query = minSequence > 0 ? `?minSequence=${minSequence}` : '';
        const fresh = await read<Chat>(`/chats/${encodeURIComponent(chatId)}${query}`);
        const known = signals.chats.value.get(chatId)?.chat;
        keep(chatId, { chat: refreshed(known, fresh), missing: false });
        return;
      } catch (failure) {
        const status = failure instanceof ReadFailed ? failure.problem.status : 0;
        if (status === 404 || status === 403) return keep(chatId, { missing: true });
        if (status !== 503) throw failure;
        await sleep(400 * attempt);
      }
    }
  };
  const inbox = async (): Promise<void> => {
    try {
      const { items } = await read<Items<Row>>('/me/inbox');
      signals.rows.value = refreshedRows(signals.rows.value ?? [], items);
      signals.inboxFailed.value = false;
    } catch (failure) {
      signals.inboxFailed.value = true;
      throw failure;
    }
  };
  return {
    chat,
    keep,
    inbox,
    board: async (): Promise<void> => {
      const { items } = await read<Items<Row>>('/chats?unattended=true');
      signals.board.value = refreshedRows(signals.board.value ?? [], items);
      signals.boardAt.value = signals.now.value;
    },
    watched: async (): Promise<void> => {
      if (!signals.me.value || !leads(signals.me.value)) return;
      const { items } = await read<Items<Row>>('/chats');
      signals.watched.value = refreshedRows(signals.watched.value, items);
      signals.watchedAt.value = signals.now.value;
    },
    reviews: async (): Promise<void> => {
      const { items } = await read<Items<Review>>('/escalation-reviews');
      signals.reviews.value = items;
    },
    me: async (): Promise<Me> => {
      const me = await read<Me>('/me');
      signals.me.value = me;
      if (leads(me)) signals.board.value ??= [];
      return me;
    },
    table: async (): Promise<void> => {
      const { acts } = await read<{ acts: readonly ActRow[] }>('/chat-states');
      signals.table.value = readTable(acts);
    },
    people: async (): Promise<void> => {
      const [desks, agents] = await Promise.all([
        read<Items<Desk>>('/desks'),
        read<Items<Agent>>('/agents'),
      ]);
      signals.desks.value = desks.items;
      signals.agents.value = agents.items;
    },
    report: (path: string): Promise<ClockReport> => read<ClockReport>(path),
    /** The forms by which agents ask leads. */
    assistTemplates: (): Promise<AssistTemplates> => read<AssistTemplates>('/assist-templates'),
    /** The dry run of the guards; nothing where the gateway does not offer it. */
    next: (chatId: string): Promise<readonly NextAct[]> =>
      read<{ acts: readonly NextAct[] }>(`/chats/${encodeURIComponent(chatId)}/next`).then(
        ({ acts }) => acts,
        () => [],
      ),
  };
};
export type Reads = ReturnType<typeof createReads>;

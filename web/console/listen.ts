import { batch } from '@preact/signals';
import { isClockEvent } from '../clocks/state';
import type { SseFrame } from '../live/sse';
import type { Chat, Me, Row } from '../protocol/documents';
import { readEvent, type PublicEvent } from '../protocol/events';
import type { Announcer } from './announce/announcer';
import { createEventAnnouncer } from './announce/events';
import { fold, foldRow, refreshedRows } from './chat/state';
import { withTold } from './notices/state';
import { changesOffers } from './offers/state';
import type { Reads } from './reads';
import type { Refresher } from './refresh';
import type { Signals } from './signals';

interface Snapshot {
  readonly serverTime?: string;
  readonly me?: Me;
  readonly inbox?: readonly Row[] | { readonly items: readonly Row[] };
  readonly board?: readonly Row[] | { readonly items: readonly Row[] };
}
const rowsOf = (rows: Snapshot['inbox']): readonly Row[] | undefined =>
  rows === undefined || 'items' in rows ? rows?.items : rows;

/** Turns frames of the stream into what the screen shows. */
export const createListener = (
  signals: Signals,
  reads: Reads,
  refresher: Refresher,
  announcer: Announcer,
  confirm: (key: string) => void,
) => {
  const setTime = (serverTime: string | undefined): void => {
    if (serverTime === undefined) return;
    signals.offset.value = Date.parse(serverTime) - Date.now();
    signals.now.value = Date.parse(serverTime);
  };
  const picture = (snapshot: Snapshot): void => {
    setTime(snapshot.serverTime);
    if (snapshot.me) signals.me.value = { ...signals.me.value, ...snapshot.me };
    const inbox = rowsOf(snapshot.inbox);
    if (inbox) signals.rows.value = refreshedRows(signals.rows.value ?? [], inbox);
    const board = rowsOf(snapshot.board);
    if (board) {
      signals.board.value = refreshedRows(signals.board.value ?? [], board);
      signals.boardAt.value = signals.now.value;
    }
    // What was missed while away is in the documents, not in the snapshot.
    refresher.soon('people', reads.people);
    const route = signals.route.value;
    const open = route.place === 'chat' ? route.chatId : null;
    signals.chats.value = new Map([...signals.chats.value].filter(([id]) => id === open));
    if (open !== null) refresher.soon(`chat ${open}`, () => reads.chat(open));
  };

  const isOpen = (chatId: string | undefined): boolean => {
    const route = signals.route.value;
    return route.place === 'chat' && route.chatId === chatId;
  };
  const foldChat = (event: PublicEvent): void => {
    const chatId = event.chatId;
    const known = chatId === undefined ? undefined : signals.chats.value.get(chatId);
    if (chatId === undefined || known === undefined) return;
    const least = event.type.startsWith('chat.') ? event.sequence : 0;
    if (known.chat) {
      const { chat, ask } = fold(known.chat, event);
      if (chat !== known.chat) keep(chat);
      if (!ask) return;
    } else if (!isOpen(chatId)) return; // A chat that could not be read may be readable now.
    refresher.soonAndAgain(`chat ${chatId}`, () => reads.chat(chatId, least));
  };
  const keep = (chat: Chat): void => {
    signals.chats.value = new Map(signals.chats.value).set(chat.chatId, { chat, missing: false });
  };
  const foldLists = (event: PublicEvent): void => {
    const rows = signals.rows.value;
    if (rows) signals.rows.value = rows.map((row) => foldRow(row, event));
    const board = signals.board.value;
    if (board) signals.board.value = board.map((row) => foldRow(row, event));
    if (isClockEvent(event) || event.type.startsWith('chat.')) {
      refresher.soonAndAgain('inbox', reads.inbox);
      if (board) refresher.soonAndAgain('board', reads.board);
    }
    if (board && signals.route.value.place === 'board' && event.type.startsWith('chat.escal')) {
      refresher.soonAndAgain('reviews', reads.reviews);
    }
    if (signals.route.value.place === 'desks') foldDesks(event);
    else if (signals.me.value && changesOffers(event, signals.me.value)) {
      refresher.soonAndAgain('people', reads.people);
    }
  };
  /** Clocks and last lines are folded; who has which chat is the server's to say. */
  const foldDesks = (event: PublicEvent): void => {
    signals.watched.value = signals.watched.value.map((row) => foldRow(row, event));
    if (event.type.startsWith('chat.') && event.type !== 'chat.message-posted') {
      refresher.calmly('watched', reads.watched);
    }
    if (event.type.startsWith('agent.') || event.type.startsWith('desk.')) {
      refresher.soonAndAgain('people', reads.people);
      refresher.calmly('watched', reads.watched);
    }
  };
  const foldMe = (event: PublicEvent): void => {
    const me = signals.me.value;
    if (!me || !('profile' in event.data) || event.data.profile.agentId !== me.agentId) return;
    const { status, held, profile } = event.data;
    signals.me.value = { ...me, status, held, capacity: profile.capacity };
  };

  const announce = createEventAnnouncer(signals, announcer);

  return (frame: SseFrame): void =>
    batch(() => {
      if (frame.event === 'snapshot') return picture(JSON.parse(frame.data) as Snapshot);
      if (frame.event === 'heartbeat') {
        return setTime((JSON.parse(frame.data) as Snapshot).serverTime);
      }
      const event = readEvent(frame.event, frame.data === '' ? {} : JSON.parse(frame.data));
      if (!event) return;
      if (event.type === 'chat.message-posted' && event.data.clientMessageId) {
        confirm(event.data.clientMessageId);
      }
      signals.now.value = Date.now() + signals.offset.value;
      foldChat(event);
      foldLists(event);
      foldMe(event);
      signals.told.value = withTold(signals.told.value, event);
      announce(event);
    });
};

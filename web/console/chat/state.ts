import { evolve as evolveClocks, isClockEvent, joined } from '../../clocks/state';
import { messageOf, withMessage } from '../../outbox/messages';
import type { Chat, Note, Row, Transfer } from '../../protocol/documents';
import type { NoteText, PublicEvent } from '../../protocol/events';
import { plain } from '../../protocol/text';

/** Everything a note says, as one text. */
export const wholeNote = (note: NoteText): string =>
  [note.text, note.concern, note.action, note.followUp].map(plain).filter(Boolean).join('\n');

/** A chat after an event, and whether its document must be read again to know the rest. */
export interface Folded {
  readonly chat: Chat;
  readonly ask: boolean;
}

/** Folds what is simple; everything that the server works out is asked for. */
export const fold = (chat: Chat, event: PublicEvent): Folded => {
  if (isClockEvent(event)) {
    return { chat: { ...chat, clocks: evolveClocks(chat.clocks ?? [], event) }, ask: false };
  }
  if (event.type === 'notes.accepted') {
    const note: Note = {
      noteId: event.data.noteId,
      text: wholeNote(event.data.note),
      author: event.actor?.id ?? '',
      at: event.time,
    };
    return { chat: { ...chat, notes: withNote(chat.notes ?? [], note) }, ask: true };
  }
  if (!event.type.startsWith('chat.')) return { chat, ask: false };
  if (event.sequence <= chat.sequence) return { chat, ask: false };
  const gap = event.sequence > chat.sequence + 1;
  if (event.type === 'chat.message-posted' && !gap) {
    const messages = withMessage(chat.messages ?? [], messageOf(event));
    // The first answer of an agent changes the state, which is the server's to say.
    return {
      chat: { ...chat, messages, silentSince: undefined, sequence: event.sequence },
      ask: event.data.author.kind === 'agent',
    };
  }
  return { chat, ask: true };
};

const withNote = (notes: readonly Note[], note: Note): readonly Note[] =>
  notes.some((known) => known.noteId === note.noteId) ? notes : [...notes, note];

/** A fresh document, with what other streams have already told and it does not know yet. */
export const refreshed = (known: Chat | undefined, fresh: Chat): Chat => {
  if (!known) return fresh;
  const notes = (known.notes ?? []).reduce(withNote, fresh.notes ?? []);
  const clocks = joined(fresh.clocks ?? [], known.clocks ?? []);
  return fresh.sequence < known.sequence
    ? { ...known, notes, clocks }
    : { ...fresh, notes, clocks };
};

/** A row of a list after an event of its chat. */
export const foldRow = (row: Row, event: PublicEvent): Row => {
  if (event.chatId !== row.chatId) return row;
  if (isClockEvent(event)) return { ...row, clocks: evolveClocks(row.clocks ?? [], event) };
  if (event.type !== 'chat.message-posted') return row;
  const unattended =
    event.data.author.kind === 'visitor' ||
    event.data.author.asks === true ||
    (row.unattended === true && event.data.author.kind === 'system');
  return { ...row, lastLine: event.data.text, unattended, silentSince: undefined };
};

/** Fresh rows whose clocks never go back a stage. */
export const refreshedRows = (known: readonly Row[], fresh: readonly Row[]): readonly Row[] => {
  const before = new Map(known.map((row) => [row.chatId, row]));
  return fresh.map((row) => ({
    ...row,
    clocks: joined(row.clocks ?? [], before.get(row.chatId)?.clocks ?? []),
  }));
};

/** The transfer that is still open, if there is one. */
export const openTransfer = (chat: Chat): Transfer | undefined =>
  chat.transfers?.findLast((transfer) => transfer.state === 'requested');

import { describe, expect, it } from 'vitest';
import { may, readTable } from '../../protocol/acts';
import type { Chat, Me } from '../../protocol/documents';
import { readEvent, type PublicEvent } from '../../protocol/events';
import { fold, foldRow, refreshed } from './state';

const chat: Chat = {
  chatId: 'chat-1',
  reference: 'CK-1',
  state: 'active',
  sequence: 4,
  messages: [],
  agent: { id: 'lee', name: 'Lee' },
};
const event = (type: string, sequence: number, data: object): PublicEvent => {
  const read = readEvent(`io.chatkeeper.${type}.v1`, {
    id: `e${sequence}`,
    streamId: 'chat-1',
    sequence,
    time: '2026-11-22T14:31:00Z',
    chatId: 'chat-1',
    data,
  });
  if (!read) throw new Error('unknown event');
  return read;
};
const posted = (sequence: number, kind = 'visitor'): PublicEvent =>
  event('chat.message-posted', sequence, {
    messageId: `m${sequence}`,
    author: { kind },
    text: { plain: 'hello' },
  });

describe('folding events into a chat', () => {
  it('adds_the_next_message_without_asking', () => {
    const { chat: next, ask } = fold(chat, posted(5));
    expect([next.messages?.length, next.sequence, ask]).toEqual([1, 5, false]);
  });

  it('ignores_what_it_has_seen_and_asks_after_a_gap', () => {
    expect(fold(chat, posted(4))).toEqual({ chat, ask: false });
    expect(fold(chat, posted(6))).toEqual({ chat, ask: true });
  });

  it('asks_for_everything_the_server_works_out', () => {
    expect(fold(chat, event('chat.resolved', 5, { summary: { plain: 's' } })).ask).toBe(true);
  });

  it('keeps_a_note_that_a_lagging_document_does_not_know', () => {
    const noted = fold(
      chat,
      event('notes.accepted', 1, {
        noteId: 'n1',
        note: { concern: { plain: 'Payoff' }, action: { plain: 'Asked' } },
      }),
    ).chat;
    expect(noted.notes?.[0]?.text).toBe('Payoff\nAsked');
    expect(refreshed(noted, { ...chat, notes: [] }).notes).toHaveLength(1);
    expect(refreshed(noted, { ...chat, sequence: 2, state: 'waiting' }).state).toBe('active');
  });

  it('keeps_rows_up_to_date', () => {
    const row = { chatId: 'chat-1', reference: 'CK-1', state: 'active' as const };
    expect(foldRow(row, posted(5))).toMatchObject({ unattended: true });
    expect(foldRow({ ...row, unattended: true }, posted(5, 'agent'))).toMatchObject({
      unattended: false,
    });
  });

  it('skips_events_this_build_does_not_know', () => {
    expect(readEvent('io.chatkeeper.chat.sung.v1', {})).toBeNull();
    expect(readEvent('heartbeat', {})).toBeNull();
  });
});

describe('the table of acts', () => {
  const table = readTable([
    { act: 'TAKE_OVER', states: ['ACTIVE'], parts: ['LEAD'] },
    { act: 'close', states: ['resolved'], parts: ['responsible'] },
  ]);
  const me = (agentId: string, role: Me['role']): Me => ({
    agentId,
    role,
    name: agentId,
    status: 'available',
    capacity: 5,
    held: 0,
  });

  it('says_who_may_do_what_in_which_state', () => {
    expect(may(table, 'take-over', chat, me('morgan', 'lead'))).toBe(true);
    expect(may(table, 'take-over', chat, me('lee', 'specialist'))).toBe(false);
    expect(may(table, 'close', chat, me('lee', 'specialist'))).toBe(false);
    expect(may(table, 'close', { ...chat, state: 'resolved' }, me('lee', 'specialist'))).toBe(true);
    expect(may(table, 'close', { ...chat, state: 'resolved' }, me('cam', 'csr'))).toBe(false);
  });
});

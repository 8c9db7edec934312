import { describe, expect, it } from 'vitest';
import type { Desk, Me } from '../../protocol/documents';
import type { PublicEvent } from '../../protocol/events';
import { changesOffers, linesOf, offersTo } from './state';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const me: Me = {
  agentId: 'casey',
  name: 'Casey',
  role: 'csr',
  desks: ['front'],
  status: 'available',
  held: 1,
  capacity: 2,
};
const waits = (chatId: string, more: object = {}) => ({
  chatId,
  since: '2026-11-24T09:58:00Z',
  ...more,
});
const desk = (deskId: string, ...line: NonNullable<Desk['line']>): Desk => ({
  deskId,
  waiting: line.length,
  line,
});

describe('what is offered', () => {
  it('is_what_asks_me_and_is_due_first_on_top', () => {
    const line = desk(
      'front',
      waits('late', { offeredTo: 'casey', answerBy: '2026-11-24T10:00:40Z' }),
      waits('soon', { offeredTo: 'casey', answerBy: '2026-11-24T10:00:20Z' }),
      waits('other', { offeredTo: 'cam', answerBy: '2026-11-24T10:00:10Z' }),
    );
    expect(offersTo([line], 'casey').map((offer) => offer.chatId)).toEqual(['soon', 'late']);
  });

  it('is_nothing_where_room_is_enough_and_nobody_is_asked', () => {
    expect(offersTo([desk('front', waits('a', { offeredTo: 'casey' }))], 'casey')).toEqual([]);
  });

  it('changes_with_what_happens_to_me_and_in_my_lines', () => {
    const event = (type: string, data: object): PublicEvent =>
      ({ type, data }) as unknown as PublicEvent;
    const asked = { deskId: 'other', chatId: 'a', agentId: 'casey', answerBy: '' };
    expect(changesOffers(event('desk.answer-awaited', asked), me)).toBe(true);
    expect(changesOffers(event('desk.answer-awaited', { ...asked, agentId: 'cam' }), me)).toBe(
      false,
    );
    expect(changesOffers(event('desk.chat-queued', { deskId: 'front', chatId: 'a' }), me)).toBe(
      true,
    );
    expect(changesOffers(event('desk.chat-queued', { deskId: 'other', chatId: 'a' }), me)).toBe(
      false,
    );
  });
});

describe('the lines to take from', () => {
  const line = desk('front', waits('a'), waits('b', { offeredTo: 'cam' }), waits('c'));

  it('count_those_whom_nobody_is_asked_to_take', () => {
    expect(linesOf([line, desk('other', waits('d'))], me, NOW)).toEqual([
      { deskId: 'front', waiting: 2 },
    ]);
  });

  it('leave_out_who_has_only_just_come', () => {
    expect(
      linesOf([desk('front', waits('a', { since: '2026-11-24T09:59:58Z' }))], me, NOW),
    ).toEqual([]);
  });

  it('are_none_for_who_has_no_room_or_is_away', () => {
    expect(linesOf([line], { ...me, held: 2 }, NOW)).toEqual([]);
    expect(linesOf([line], { ...me, status: 'away' }, NOW)).toEqual([]);
  });
});

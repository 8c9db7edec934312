import { describe, expect, it } from 'vitest';
import type { Me } from '../../protocol/documents';
import type { EventOf } from '../../protocol/events';
import { asksMe, noticeText, TOLD_KEPT, withTold, type Told } from './state';

const me: Me = {
  agentId: 'lee',
  name: 'Lee',
  role: 'specialist',
  homeDesk: 'loans',
  desks: ['loans', 'front'],
  status: 'available',
  capacity: 5,
  held: 0,
};
type Notified = EventOf<'chat.people-notified'>;
const told = (id: string, whom: Partial<Notified['data']>): Notified => ({
  id,
  type: 'chat.people-notified',
  streamId: 'chat-1',
  sequence: 9,
  time: '2026-11-22T12:00:00Z',
  chatId: 'chat-1',
  data: { clockId: 'c', clock: 'ack', stage: 'warned', target: 'receiver', ...whom },
});

describe('notices of clocks', () => {
  it('ask_who_is_named_or_else_the_people_of_the_desk', () => {
    expect(asksMe(told('1', { agentId: 'lee' }), me)).toBe(true);
    expect(asksMe(told('1', { agentId: 'lou', desk: 'loans' }), me)).toBe(false);
    expect(asksMe(told('1', { desk: 'front' }), me)).toBe(true);
    expect(asksMe(told('1', { desk: 'leads' }), me)).toBe(false);
  });

  it('are_listed_once_the_latest_first_and_never_too_many', () => {
    let all: readonly Told[] = [];
    for (let n = 0; n < TOLD_KEPT + 5; n++) all = withTold(all, told(`e${n}`, { desk: 'leads' }));
    expect(withTold(all, told('e24', { desk: 'leads' }))).toBe(all);
    expect(all).toHaveLength(TOLD_KEPT);
    expect(all[0]?.actId).toBe('e24');
  });

  it('say_what_was_done', () => {
    const at = '2026-11-22T12:00:00Z';
    const name = (id: string): string => id.toUpperCase();
    const of = { clock: 'ack', stage: 'breached', at } as const;
    expect(noticeText({ ...of, action: 'notify', desk: 'leads' }, name)).toBe('leads was told');
    expect(noticeText({ ...of, action: 'inform' }, name)).toBe('the customer was told');
    expect(noticeText({ ...of, action: 'reassign', agentId: 'lee', desk: 'loans' }, name)).toBe(
      'taken from LEE, now in the line of loans',
    );
  });
});

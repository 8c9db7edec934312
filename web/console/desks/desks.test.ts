import { describe, expect, it } from 'vitest';
import type { Agent, AgentStatus, Row } from '../../protocol/documents';
import { askedFor, byRoom, chatsOf, openText, pressing, waiting } from './state';

const row = (chatId: string, more: Partial<Row> = {}): Row => ({
  chatId,
  reference: chatId,
  state: 'active',
  desk: 'customer-service',
  ...more,
});
const clock = (state: 'running' | 'warned' | 'breached' | 'met', due: string) => ({
  clockId: due,
  clock: 'first-reply',
  label: 'First reply',
  state,
  startedAt: '2026-11-22T12:00:00Z',
  breachAt: due,
});
const agent = (name: string, status: AgentStatus, held: number): Agent => ({
  agentId: name,
  name,
  role: 'csr',
  status,
  held,
  capacity: 5,
});
const ids = (rows: readonly Row[]): readonly string[] => rows.map((one) => one.chatId);

describe('the desks', () => {
  it('say_whether_they_are_open_and_when_they_open', () => {
    const now = Date.parse('2026-11-30T07:00:00Z');
    const desk = { deskId: 'counter', waiting: 1 };
    expect(openText(desk, now)).toBe('open');
    expect(openText({ ...desk, open: false }, now)).toBe('closed');
    const opensAt = '2026-11-30T09:00:00Z';
    expect(openText({ ...desk, open: false, opensAt }, now)).toMatch(/^closed until \d/);
  });

  it('lists_who_waits_the_worst_first_wherever_they_wait', () => {
    const rows = [
      row('served', { agent: { id: 'casey' } }),
      row('young', { state: 'waiting', since: '2026-11-22T12:05:00Z' }),
      row('old', { state: 'waiting', since: '2026-11-22T12:00:00Z' }),
      row('taken', { state: 'transferring', receiver: { id: 'lee' } }),
      row('handed', { state: 'transferring', clocks: [clock('warned', '2026-11-22T13:00:00Z')] }),
      row('over', { state: 'waiting', clocks: [clock('breached', '2026-11-22T12:10:00Z')] }),
    ];
    expect(ids(waiting(rows))).toEqual(['over', 'handed', 'old', 'young']);
  });

  it('shows_with_an_agent_what_they_have_and_what_is_on_its_way_to_them', () => {
    const rows = [
      row('theirs', { agent: { id: 'lee' } }),
      row('coming', { agent: { id: 'casey' }, receiver: { id: 'lee' }, state: 'transferring' }),
      row('other', { agent: { id: 'casey' } }),
    ];
    expect(ids(chatsOf(rows, 'lee')).toSorted()).toEqual(['coming', 'theirs']);
    expect(ids(chatsOf(rows, 'casey')).toSorted()).toEqual(['coming', 'other']);
    expect(chatsOf(rows, 'cam')).toEqual([]);
  });

  it('counts_the_chats_of_a_desk_that_are_late_or_soon_will_be', () => {
    const rows = [
      row('a', { clocks: [clock('warned', '1'), clock('warned', '2')] }),
      row('b', { clocks: [clock('breached', '3')] }),
      row('c', { clocks: [clock('met', '4')] }),
      row('d', { desk: 'leads', clocks: [clock('breached', '5')] }),
    ];
    expect(pressing(rows, 'customer-service', 'warned')).toBe(1);
    expect(pressing(rows, 'customer-service', 'breached')).toBe(1);
    expect(pressing(rows, 'loan-engineers', 'breached')).toBe(0);
  });

  it('says_whom_a_desk_is_asking', () => {
    const desks = [
      { deskId: 'a', waiting: 0 },
      { deskId: 'b', waiting: 1, line: [{ chatId: 'x', since: '', offeredTo: 'cam' }] },
    ];
    expect(askedFor(desks, 'x')).toBe('cam');
    expect(askedFor(desks, 'y')).toBeUndefined();
  });

  it('puts_whoever_can_take_a_chat_on_top', () => {
    const people = [
      agent('full', 'available', 5),
      agent('away', 'away', 0),
      agent('zoe', 'available', 1),
      agent('amy', 'available', 1),
      agent('busy', 'busy', 0),
      agent('gone', 'offline', 0),
    ];
    expect(byRoom(people).map((one) => one.name)).toEqual([
      'amy',
      'zoe',
      'full',
      'busy',
      'away',
      'gone',
    ]);
  });
});

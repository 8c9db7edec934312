import { describe, expect, it } from 'vitest';
import type { Clock, Row } from '../../protocol/documents';
import { arrange, grouped, groupOf, neighbour, type Group } from './state';

const me = { agentId: 'lee' };
const clock = (breachAt: string, state: Clock['state'] = 'running'): Clock => ({
  clockId: breachAt,
  clock: 'first-reply',
  label: 'First reply',
  state,
  breachAt,
  startedAt: '2026-11-22T14:00:00Z',
});
const row = (chatId: string, more: Partial<Row> = {}): Row => ({
  chatId,
  reference: chatId,
  state: 'active',
  ...more,
});
const asks = (agentId: string): Row['assist'] => ({
  agentId,
  agentName: agentId,
  channel: 'credits',
  clientId: '448120',
  resourcesChecked: [],
});
const ids = (rows: readonly Row[], group: Group): string[] =>
  (grouped(rows, me).get(group) ?? []).map((r) => r.chatId);

describe('the groups of the inbox', () => {
  it('say_whose_turn_it_is', () => {
    expect(groupOf(row('a', { unattended: true }), me)).toBe('yours');
    expect(groupOf(row('a'), me)).toBe('theirs');
    expect(groupOf(row('a', { clocks: [clock('2026-11-22T14:30:00Z', 'warned')] }), me)).toBe(
      'now',
    );
    expect(groupOf(row('a', { transfer: { transferId: 't', fromAgent: 'cam' } }), me)).toBe('now');
  });

  it('put_a_chat_on_top_whose_agent_waits_for_my_help', () => {
    expect(groupOf(row('a', { agent: { id: 'casey' }, helpers: ['lee'] }), me)).toBe('now');
    expect(groupOf(row('a', { agent: { id: 'casey' }, helpers: ['sam'] }), me)).toBe('theirs');
  });

  it('leave_the_sender_of_a_transfer_in_peace', () => {
    const sent = row('a', {
      transfer: { transferId: 't', fromAgent: 'lee' },
      clocks: [clock('2026-11-22T14:30:00Z', 'breached')],
    });
    expect(groupOf(sent, me)).toBe('theirs');
  });

  it('let_the_one_who_asks_a_lead_wait_for_the_answer', () => {
    const asked = row('a', { assist: asks('lee'), unattended: true });
    expect(groupOf(asked, me)).toBe('theirs');
    expect(groupOf({ ...asked, unattended: false }, me)).toBe('yours');
    expect(groupOf({ ...asked, silentSince: '2026-11-22T14:00:00Z' }, me)).toBe('now');
    expect(groupOf({ ...asked, assist: asks('cam') }, me)).toBe('yours');
  });

  it('are_sorted_by_wall_clock_time_then_by_age', () => {
    const monday = row('monday', { unattended: true, clocks: [clock('2026-11-23T09:05:00Z')] });
    const tonight = row('tonight', { unattended: true, clocks: [clock('2026-11-22T23:00:00Z')] });
    const old = row('old', { unattended: true, since: '2026-11-22T10:00:00Z' });
    const young = row('young', { unattended: true, since: '2026-11-22T11:00:00Z' });
    expect(ids([young, monday, old, tonight], 'yours')).toEqual([
      'tonight',
      'monday',
      'old',
      'young',
    ]);
  });
});

describe('the order that is drawn', () => {
  const two = [row('a', { since: '1' }), row('b', { since: '2' })];
  const first = arrange(null, grouped(two, me), false);

  it('holds_still_while_somebody_is_in_the_list', () => {
    const turned = [row('a', { since: '3' }), row('b', { since: '2' }), row('c', { since: '0' })];
    const held = arrange(first, grouped(turned, me), true);
    expect(held.order.at(-1)?.[1]).toEqual(['a', 'b', 'c']);
    expect(held.outdated).toBe(true);
    expect(arrange(held, grouped(turned, me), false).order.at(-1)?.[1]).toEqual(['c', 'b', 'a']);
  });

  it('lets_rows_go_that_are_gone', () => {
    const held = arrange(first, grouped([row('b')], me), true);
    expect(held.order.at(-1)?.[1]).toEqual(['b']);
    expect(held.outdated).toBe(false);
  });

  it('knows_the_neighbours', () => {
    expect(neighbour(first, 'a', 1)).toBe('b');
    expect(neighbour(first, 'b', 1)).toBeUndefined();
    expect(neighbour(first, null, 1)).toBe('a');
  });
});

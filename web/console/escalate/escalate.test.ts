import { describe, expect, it } from 'vitest';
import type { ActRow } from '../../protocol/acts';
import type { Chat, Escalation, Me } from '../../protocol/documents';
import { climbed, ladderActs, standing } from './state';

const table: readonly ActRow[] = ['help-escalation', 'return-escalation', 'review-escalation'].map(
  (act) => ({ act, states: ['active'], parts: ['lead'] }),
);
const chat = (agent: string): Chat => ({
  chatId: 'c',
  reference: 'CK-1',
  state: 'active',
  agent: { id: agent },
  sequence: 1,
});
const person = (agentId: string, role: Me['role']): Me => ({
  agentId,
  name: agentId,
  role,
  status: 'available',
  capacity: 5,
  held: 0,
});
const morgan = person('morgan', 'lead');
const escalation = (more: Partial<Escalation> = {}): Escalation => ({
  escalationId: 'e',
  trigger: 'customer-upset',
  to: 'lead',
  at: '2026-11-22T12:00:00Z',
  state: 'asked',
  by: 'casey',
  ...more,
});
const reviewed = {
  verdict: 'within-policy',
  by: 'sam',
  helpedFirst: true,
} as const;

describe('an escalation', () => {
  it('is_helped_with_by_a_lead_who_does_not_have_the_chat', () => {
    expect(ladderActs(escalation(), chat('casey'), morgan, table)).toEqual(['help', 'review']);
    expect(ladderActs(escalation(), chat('morgan'), morgan, table)).toEqual(['review']);
    expect(ladderActs(escalation(), chat('casey'), person('cam', 'csr'), table)).toEqual([]);
  });

  it('is_given_back_by_who_helps_and_handed_back_by_who_took_over', () => {
    const helper = { id: 'morgan', name: 'Morgan' };
    const helping = escalation({ state: 'helping', helper, review: reviewed });
    expect(ladderActs(helping, chat('casey'), morgan, table)).toEqual(['give-back']);
    const taken = escalation({ state: 'taken-over', helper, review: reviewed });
    expect(ladderActs(taken, chat('morgan'), morgan, table)).toEqual(['hand-back']);
    expect(ladderActs(taken, chat('casey'), morgan, table)).toEqual([]);
  });

  it('is_not_reviewed_by_who_escalated_nor_twice', () => {
    const own = escalation({ by: 'morgan', state: 'returned' });
    expect(ladderActs(own, chat('casey'), morgan, table)).toEqual([]);
    const seen = escalation({ state: 'returned', review: reviewed });
    expect(ladderActs(seen, chat('casey'), morgan, table)).toEqual([]);
  });

  it('says_who_helps_and_where_nobody_was', () => {
    expect(standing(escalation())).toBe('nobody helps yet');
    expect(standing(escalation({ helper: { name: 'Sam' } }))).toBe('Sam is asked');
    expect(standing(escalation({ state: 'helping', helper: { name: 'Sam' } }))).toBe('Sam helps');
    expect(standing(escalation({ state: undefined }))).toBe('');
    expect(climbed(escalation({ climbed: [{ from: 'lead' }] }))).toBe('nobody there: lead');
    expect(climbed(escalation())).toBe('');
  });
});

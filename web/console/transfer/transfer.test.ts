import { describe, expect, it } from 'vitest';
import type { Agent, Transfer } from '../../protocol/documents';
import { destination, isAgent, isDesk, isSkill, skillsOf } from './state';

const agent = (agentId: string, more: Partial<Agent> = {}): Agent => ({
  agentId,
  name: agentId,
  role: 'csr',
  status: 'available',
  held: 0,
  capacity: 3,
  ...more,
});

describe('the transfer dialog', () => {
  it('offers_every_skill_that_somebody_else_has', () => {
    const agents = [
      agent('casey', { skills: ['mine-alone', 'billing'] }),
      agent('cam', { skills: ['billing'], held: 3 }),
      agent('lee', { skills: ['spanish', 'billing'] }),
      agent('lou', { skills: ['spanish'], status: 'away' }),
      agent('aud', { skills: ['audit'], capacity: 0 }),
    ];
    expect(skillsOf(agents, 'casey')).toEqual([
      { name: 'billing', people: 2, free: 1 },
      { name: 'spanish', people: 2, free: 1 },
    ]);
  });

  it('knows_what_is_chosen', () => {
    const billing = { name: 'billing', people: 1, free: 1 };
    expect(isSkill({ toSkill: 'billing' }, billing)).toBe(true);
    expect(isSkill({ toDesk: 'billing' }, billing)).toBe(false);
    expect(isDesk({ toDesk: 'leads' }, { deskId: 'leads', waiting: 0 })).toBe(true);
    expect(isAgent({ toAgent: 'cam' }, agent('cam'))).toBe(true);
    expect(isAgent(null, agent('cam'))).toBe(false);
  });

  it('says_where_a_transfer_goes', () => {
    const transfer: Transfer = { transferId: 't', context: '', state: 'requested', at: '' };
    const name = (id: string): string => id.toUpperCase();
    expect(destination({ ...transfer, toAgent: 'lee' }, name)).toBe('LEE');
    expect(destination({ ...transfer, toDesk: 'leads' }, name)).toBe('leads');
    expect(destination({ ...transfer, toDesk: 'leads', toSkill: 'tax' }, name)).toBe('tax (leads)');
  });
});

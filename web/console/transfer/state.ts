import type { Agent, Desk, Transfer } from '../../protocol/documents';

/** A skill somebody has, and how many who have it could take a chat now. */
export interface Skill {
  readonly name: string;
  readonly people: number;
  readonly free: number;
}

/** The skills of everybody but the sender, by name. */
export const skillsOf = (
  agents: readonly Agent[],
  sender: string | undefined,
): readonly Skill[] => {
  const found = new Map<string, Skill>();
  for (const agent of agents) {
    if (agent.agentId === sender || agent.capacity === 0) continue;
    for (const name of agent.skills ?? []) {
      const known = found.get(name) ?? { name, people: 0, free: 0 };
      const free = agent.status === 'available' && agent.held < agent.capacity ? 1 : 0;
      found.set(name, { name, people: known.people + 1, free: known.free + free });
    }
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name));
};

/** Where a transfer goes. */
export type Target =
  { readonly toDesk: string } | { readonly toAgent: string } | { readonly toSkill: string };

export const isDesk = (target: Target | null, desk: Desk): boolean =>
  target !== null && 'toDesk' in target && target.toDesk === desk.deskId;
export const isAgent = (target: Target | null, agent: Agent): boolean =>
  target !== null && 'toAgent' in target && target.toAgent === agent.agentId;
export const isSkill = (target: Target | null, skill: Skill): boolean =>
  target !== null && 'toSkill' in target && target.toSkill === skill.name;

/** Whom or what a transfer waits for, in a few words. */
export const destination = (
  transfer: Transfer,
  nameOf: (agentId: string) => string,
): string | undefined => {
  if (transfer.toAgent) return nameOf(transfer.toAgent);
  return transfer.toSkill ? `${transfer.toSkill} (${transfer.toDesk ?? '?'})` : transfer.toDesk;
};

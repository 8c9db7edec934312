import { may, type ActRow } from '../../protocol/acts';
import type { Chat, Escalation, Me } from '../../protocol/documents';
import { plain } from '../../protocol/text';
import { en } from '../../words/console.en';
import { fill } from '../../words/fill';

/** What somebody can do about an escalation now. */
export type LadderAct = 'help' | 'give-back' | 'hand-back' | 'review';

const mine = (one: Escalation, me: Me): boolean => one.helper?.id === me.agentId;

/** The acts that are of use to this agent; whether they are allowed is the table's to say. */
export const ladderActs = (
  one: Escalation,
  chat: Chat,
  me: Me,
  table: readonly ActRow[],
): readonly LadderAct[] => {
  const acts: LadderAct[] = [];
  const serves = chat.agent?.id === me.agentId;
  const helps = one.state === 'helping' && mine(one, me);
  const open = one.state === 'asked' || one.state === 'helping';
  if (open && !serves && !helps && may(table, 'help-escalation', chat, me)) acts.push('help');
  if (may(table, 'return-escalation', chat, me)) {
    if (helps) acts.push('give-back');
    if (one.state === 'taken-over' && serves && mine(one, me)) acts.push('hand-back');
  }
  const unseen = one.review === undefined && one.by !== me.agentId;
  if (unseen && may(table, 'review-escalation', chat, me)) acts.push('review');
  return acts;
};

/** Why a chat was escalated, in words. */
export const triggerText = (trigger: string): string =>
  (en.escalate.triggers as Readonly<Record<string, string>>)[trigger] ?? trigger;

/** Who helps, or who is asked to. */
export const standing = (one: Escalation): string => {
  const name = plain(one.helper?.name);
  if (one.state === 'asked' && name) return fill(en.ladder.askedOf, { name });
  return one.state ? fill(en.ladder.state[one.state], { name }) : '';
};

/** The rungs on which nobody was there. */
export const climbed = (one: Escalation): string =>
  (one.climbed ?? []).length === 0
    ? ''
    : fill(en.ladder.climbed, { rungs: (one.climbed ?? []).map((step) => step.from).join(', ') });

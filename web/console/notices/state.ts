import type { Me, Notice } from '../../protocol/documents';
import type { EventOf, PublicEvent } from '../../protocol/events';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';

/** How many are kept to be looked at. */
export const TOLD_KEPT = 20;

/** Somebody was told something because of a clock. */
export interface Told extends Notice {
  readonly actId: string;
  readonly chatId: string;
}

/** The latest first; what comes again after a break of the connection is there once. */
export const withTold = (known: readonly Told[], event: PublicEvent): readonly Told[] => {
  if (event.type !== 'chat.people-notified' || event.chatId === undefined) return known;
  const told: Told = {
    ...event.data,
    actId: event.id,
    chatId: event.chatId,
    action: 'notify',
    at: event.time,
  };
  return known.some((one) => one.actId === told.actId)
    ? known
    : [told, ...known].slice(0, TOLD_KEPT);
};

/** Whether it is this agent who is asked, by name or with their desk. */
export const asksMe = (event: EventOf<'chat.people-notified'>, me: Me): boolean => {
  const { agentId, desk } = event.data;
  if (agentId !== undefined) return agentId === me.agentId;
  return desk !== undefined && (me.homeDesk === desk || me.desks?.includes(desk) === true);
};

/** What was done, in words; `nameOf` knows agents by their ids. */
export const noticeText = (one: Notice, nameOf: (agentId: string) => string): string => {
  const name = one.agentId === undefined ? (one.desk ?? '') : nameOf(one.agentId);
  return fill(en.notices[one.action], { name, desk: one.desk ?? '' });
};

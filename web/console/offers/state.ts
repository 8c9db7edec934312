import type { Desk, Me } from '../../protocol/documents';
import type { PublicEvent } from '../../protocol/events';

/** A chat that an agent is asked to take. */
export interface Offer {
  readonly deskId: string;
  readonly chatId: string;
  readonly since: string;
  readonly answerBy: string;
}

/** What is offered to an agent, what is due first on top. An offer without a time asks nothing. */
export const offersTo = (desks: readonly Desk[], agentId: string): readonly Offer[] =>
  desks
    .flatMap((desk) =>
      (desk.line ?? []).flatMap(({ chatId, since, offeredTo, answerBy }) =>
        offeredTo === agentId && answerBy !== undefined
          ? [{ deskId: desk.deskId, chatId, since, answerBy }]
          : [],
      ),
    )
    .toSorted((a, b) => a.answerBy.localeCompare(b.answerBy));

/** A line from which an agent may take the next chat. */
export interface Line {
  readonly deskId: string;
  readonly waiting: number;
}

/** A chat that waited so long is not about to be given out by itself. */
const SETTLED_MILLIS = 5_000;

/** The lines of an agent's desks where somebody waits and nobody is asked, if they have room. */
export const linesOf = (desks: readonly Desk[], me: Me, now: number): readonly Line[] => {
  if (me.status !== 'available' || me.held >= me.capacity) return [];
  return desks
    .filter((desk) => me.desks?.includes(desk.deskId))
    .map((desk) => ({
      deskId: desk.deskId,
      waiting: (desk.line ?? []).filter(
        (one) => one.offeredTo === undefined && now - Date.parse(one.since) > SETTLED_MILLIS,
      ).length,
    }))
    .filter((line) => line.waiting > 0);
};

/** Whether an event changes what an agent is offered or may take. */
export const changesOffers = (event: PublicEvent, me: Pick<Me, 'agentId' | 'desks'>): boolean => {
  switch (event.type) {
    case 'desk.answer-awaited':
    case 'desk.offer-declined':
    case 'desk.offer-timed-out':
    case 'desk.offer-withdrawn':
    case 'desk.chat-placed':
      return event.data.agentId === me.agentId || serves(me, event.data.deskId);
    case 'desk.chat-queued':
    case 'desk.chat-left-line':
      return serves(me, event.data.deskId);
    default:
      return false;
  }
};

const serves = (me: Pick<Me, 'desks'>, deskId: string): boolean =>
  me.desks?.includes(deskId) ?? false;

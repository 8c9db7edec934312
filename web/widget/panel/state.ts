import { messageOf, withMessage } from '../../outbox/messages';
import type { Chat, ChatState, Message } from '../../protocol/documents';
import type { PublicEvent } from '../../protocol/events';
import { askedOf } from '../../protocol/resolution';
import { plain } from '../../protocol/text';

/** A line of the transcript that nobody wrote: somebody joined. */
export interface Notice {
  readonly sequence: number;
  readonly name: string;
}

/** The whole chat as its visitor sees it. */
export interface Talk {
  readonly stage: 'form' | 'starting' | 'connecting' | 'there' | 'gone';
  readonly chatId: string | null;
  readonly reference: string;
  readonly state: ChatState;
  readonly agent: string | null;
  readonly messages: readonly Message[];
  readonly notices: readonly Notice[];
  readonly place: number | null;
  /** Minutes it will take, where that has been measured. */
  readonly wait: number | null;
  /** When the desk opens in whose line they are; null while it is open. */
  readonly opensAt: string | null;
  /** The question that waits for an answer, empty for our own words. */
  readonly question: string | null;
  /** The visitor said yes and may rate before it is sent. */
  readonly rating: boolean;
  readonly left: boolean;
  readonly sequence: number;
}

export type TalkEvent =
  | { readonly type: 'Starting' }
  | { readonly type: 'NotStarted' }
  | {
      readonly type: 'Began';
      readonly chatId: string;
      readonly reference: string;
      readonly rating: boolean;
    }
  | { readonly type: 'Pictured'; readonly chat: Chat }
  | { readonly type: 'Told'; readonly event: PublicEvent }
  | {
      readonly type: 'Placed';
      readonly place: number | null;
      readonly wait: number | null;
      readonly opensAt: string | null;
    }
  | { readonly type: 'SaidYes' }
  | { readonly type: 'Answered' }
  | { readonly type: 'Departed' }
  | { readonly type: 'Lost' }
  | { readonly type: 'Cleared' };

export const NO_TALK: Talk = {
  stage: 'form',
  chatId: null,
  reference: '',
  state: 'waiting',
  agent: null,
  messages: [],
  notices: [],
  place: null,
  wait: null,
  opensAt: null,
  question: null,
  rating: false,
  left: false,
  sequence: 0,
};

export const evolve = (talk: Talk, event: TalkEvent): Talk => {
  switch (event.type) {
    case 'Starting':
      return { ...NO_TALK, stage: 'starting' };
    case 'NotStarted':
    case 'Cleared':
      return NO_TALK;
    case 'Began':
      return {
        ...NO_TALK,
        stage: 'connecting',
        chatId: event.chatId,
        reference: event.reference,
        rating: event.rating,
      };
    case 'Pictured':
      return pictured(talk, event.chat);
    case 'Told':
      return event.event.sequence <= talk.sequence ? talk : told(talk, event.event);
    case 'Placed':
      return talk.place === event.place &&
        talk.wait === event.wait &&
        talk.opensAt === event.opensAt
        ? talk
        : { ...talk, place: event.place, wait: event.wait, opensAt: event.opensAt };
    case 'SaidYes':
      return { ...talk, rating: true };
    case 'Answered':
      return { ...talk, rating: false, question: null };
    case 'Departed':
      return { ...talk, left: true, rating: false, question: null };
    case 'Lost':
      return { ...talk, stage: 'gone' };
  }
};

const pictured = (talk: Talk, chat: Chat): Talk => {
  const open = askedOf(chat.resolution) === 'waiting';
  return {
    ...talk,
    stage: 'there',
    reference: chat.reference,
    state: chat.state,
    agent: plain(chat.agent?.name) || null,
    messages: chat.messages ?? [],
    question: open ? (chat.resolution?.question ?? '') : null,
    rating: talk.rating && open,
    left: chat.visitorLeft === undefined ? talk.left : chat.visitorLeft !== 'idle',
    sequence: chat.sequence,
  };
};

const told = (before: Talk, event: PublicEvent): Talk => {
  const talk = { ...before, sequence: event.sequence };
  switch (event.type) {
    case 'chat.message-posted': {
      const { kind } = event.data.author;
      const state = afterMessage(talk.state, kind);
      return {
        ...talk,
        state,
        left: talk.left && kind !== 'visitor',
        messages: withMessage(talk.messages, messageOf(event)),
      };
    }
    case 'chat.assigned':
      // With a transfer id the agent is only asked; they are here once they have acknowledged.
      return event.data.transferId === undefined
        ? joined(talk, event.data.agentName, 'assigned')
        : talk;
    case 'chat.transfer-acknowledged':
    case 'chat.taken-over':
      return joined(talk, event.data.agentName, 'active');
    case 'chat.given-back':
      return { ...talk, state: 'waiting', agent: null };
    case 'chat.visitor-left':
      return { ...talk, left: event.data.reason !== 'idle' };
    case 'chat.resolution-proposed':
      return { ...talk, question: event.data.question ?? '' };
    case 'chat.resolution-confirmed':
    case 'chat.resolution-refused':
      return { ...talk, question: null, rating: false };
    case 'chat.resolved':
      return { ...talk, state: 'resolved', question: null, rating: false };
    case 'chat.closed':
      return { ...talk, state: 'closed', question: null, rating: false };
    default:
      return talk; // Everything else is not for visitors and is not expected here.
  }
};

/** An agent's answer makes a chat active; so does a customer who comes back to a settled one. */
const afterMessage = (state: ChatState, author: string): ChatState => {
  const answered = author === 'agent' && state === 'assigned';
  const reopened = author === 'visitor' && state === 'resolved';
  return answered || reopened ? 'active' : state;
};

const joined = (talk: Talk, name: string, state: ChatState): Talk => ({
  ...talk,
  agent: name,
  state,
  place: null,
  wait: null,
  opensAt: null,
  notices:
    talk.agent === name ? talk.notices : [...talk.notices, { sequence: talk.sequence, name }],
});

/** Which of the drawn screens is shown. */
export type Screen =
  | 'form'
  | 'starting'
  | 'connecting'
  | 'waiting'
  | 'talking'
  | 'question'
  | 'rating'
  | 'resolved'
  | 'left'
  | 'closed'
  | 'gone';

export const screenOf = (talk: Talk): Screen => {
  if (talk.stage !== 'there') return talk.stage;
  if (talk.state === 'closed') return 'closed';
  if (talk.left) return 'left';
  if (talk.rating) return 'rating';
  if (talk.question !== null) return 'question';
  if (talk.state === 'resolved') return 'resolved';
  return talk.state === 'waiting' ? 'waiting' : 'talking';
};

/** Whether the message box is there. */
export const canWrite = (screen: Screen): boolean =>
  screen === 'waiting' ||
  screen === 'talking' ||
  screen === 'question' ||
  screen === 'resolved' ||
  screen === 'connecting';

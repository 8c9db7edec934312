import type { AgentStatus, Author, Customer, Notice, Role } from './documents';
import type { Personal } from './text';

interface Profile {
  readonly agentId: string;
  readonly name: string;
  readonly role: Role;
  readonly homeDesk: string;
  readonly helpsAt?: readonly string[];
  readonly capacity: number;
}
interface Slots {
  readonly profile: Profile;
  readonly status: AgentStatus;
  readonly held: number;
}
interface OfClock {
  readonly clockId: string;
  readonly subject: string;
  readonly clock: string;
}
interface OfClockAct extends Omit<OfClock, 'subject'> {
  readonly transferId?: string;
  readonly stage: Notice['stage'];
}
export interface NoteText {
  readonly text?: Personal;
  readonly concern?: Personal;
  readonly action?: Personal;
  readonly followUp?: Personal;
}

/** The public events by their wire names without `io.chatkeeper.` and `.v1`. */
export interface EventBodies {
  'chat.opened': {
    reference: string;
    site: string;
    desk?: string;
    customer?: Customer;
    topic?: string;
  };
  'chat.assigned': { agentId?: string; agentName: string; desk?: string; transferId?: string };
  'chat.message-posted': {
    messageId: string;
    clientMessageId?: string;
    author: Author;
    text: Personal;
  };
  'chat.given-back': { agentId?: string; desk?: string };
  'chat.visitor-left': { reason?: string };
  'chat.transfer-requested': {
    transferId: string;
    fromAgent: string;
    fromDesk: string;
    toDesk?: string;
    toAgent?: string;
    context: Personal;
  };
  'chat.transfer-moved-on': { transferId: string; fromDesk: string; toDesk: string };
  'chat.transfer-acknowledged': {
    transferId?: string;
    agentId?: string;
    agentName: string;
    desk?: string;
    fromAgent?: string;
  };
  'chat.transfer-declined': { transferId: string; agentId: string; reason: Personal };
  'chat.transfer-withdrawn': { transferId: string; receiver?: string };
  'chat.transfer-returned': { transferId: string; receiver?: string; reason: string };
  'chat.noted': { noteId: string; kind: string; author: string };
  'chat.note-refused': { noteId: string };
  'chat.escalated': {
    escalationId: string;
    trigger: string;
    detail: Personal;
    to: string;
    toDesk: string;
    updateBy: string;
    contact: Personal;
    transferId?: string;
  };
  'chat.help-asked': { escalationId: string; agentId: string; agentName: string; desk: string };
  'chat.escalation-climbed': { escalationId: string; from: string; to: string; toDesk: string };
  'chat.escalation-helped': { escalationId: string; agentId: string; agentName: string };
  'chat.escalation-returned': { escalationId: string; agentId: string; outcome?: Personal };
  'chat.escalation-reviewed': { escalationId: string; agentId: string; verdict: string };
  'chat.taken-over': { agentId?: string; agentName: string; desk?: string; fromAgent?: string };
  'chat.resolution-proposed': { question: string };
  'chat.resolution-confirmed': { score?: number; comment?: Personal };
  'chat.resolution-refused': { comment?: Personal };
  'chat.resolved': { summary?: Personal };
  'chat.assist-claimed': { agentId: string; requesterId: string; silentAt?: string };
  'chat.assist-fell-silent': { agentId: string; requesterId: string };
  'chat.assist-linked': { assistChatId: string; assistReference: string; agentId: string };
  'chat.people-notified': OfClockAct & { target: string; agentId?: string; desk?: string };
  'chat.customer-informed': OfClockAct & { messageId: string };
  'chat.transfer-reassigned': OfClockAct & { receiver: string; toDesk: string };
  'chat.closed': { agentId?: string; desk?: string; reason?: string };
  'notes.accepted': { noteId: string; kind: string; note: NoteText; transferred?: boolean };
  'notes.rejected': { noteId: string };
  'notes.orphaned': { noteId: string };
  'clock.started': OfClock & {
    label: string;
    requirement?: string;
    calendar?: string;
    desk?: string;
    agentId?: string;
    transferId?: string;
    startedAt: string;
    warnAt?: string;
    breachAt: string;
  };
  'clock.warned': OfClock & { transferId?: string; breachAt: string };
  'clock.breached': OfClock & { transferId?: string; breachAt: string };
  'clock.paused': OfClock & {
    transferId?: string;
    pausedAt: string;
    remaining: string;
    reason: string;
  };
  'clock.resumed': OfClock & {
    transferId?: string;
    resumedAt: string;
    calendar: string;
    warned: boolean;
    warnAt?: string;
    breachAt: string;
  };
  'clock.breach-withdrawn': OfClock & { transferId?: string; metAt: string };
  'clock.met': OfClock & { transferId?: string; metAt: string; late: boolean };
  'clock.cancelled': OfClock & { transferId?: string; reason: string };
  'agent.defined': Slots;
  'agent.status-changed': Slots;
  'agent.slot-granted': Slots & { chatId: string };
  'agent.slot-refused': { agentId: string; chatId: string; reason: string };
  'agent.slot-released': Slots & { chatId: string };
  'agent.console-seen': { agentId: string };
  'agent.console-lost': { agentId: string; elsewhere: boolean };
  'agent.chats-given-back': { agentId: string; chats: readonly string[] };
  'desk.chat-queued': { deskId: string; chatId: string; place: number };
  'desk.chat-offered': { deskId: string; chatId: string; agentId: string };
  'desk.answer-awaited': { deskId: string; chatId: string; agentId: string; answerBy: string };
  'desk.offer-declined': { deskId: string; chatId: string; agentId: string };
  'desk.offer-timed-out': { deskId: string; chatId: string; agentId: string };
  'desk.offer-withdrawn': { deskId: string; chatId: string; agentId: string; reason: string };
  'desk.chat-placed': { deskId: string; chatId: string; agentId: string };
  'desk.chat-left-line': { deskId: string; chatId: string; reason: string };
  'desk.opened': { deskId: string; closesAt?: string };
  'desk.closed': { deskId: string; opensAt: string };
  'desk.member-noted': Slots & { deskId: string };
}

interface Envelope {
  readonly id: string;
  readonly streamId: string;
  readonly sequence: number;
  readonly time: string;
  readonly chatId?: string;
  readonly actor?: { readonly kind: string; readonly id?: string; readonly role?: Role };
}
export type EventName = keyof EventBodies;
export type EventOf<N extends EventName> = Envelope & {
  readonly type: N;
  readonly data: EventBodies[N];
};
/** One fact, told by the backend; a union over `type`. */
export type PublicEvent = { [N in EventName]: EventOf<N> }[EventName];

const NAMES: Record<EventName, true> = {
  'chat.opened': true,
  'chat.assigned': true,
  'chat.message-posted': true,
  'chat.given-back': true,
  'chat.visitor-left': true,
  'chat.transfer-requested': true,
  'chat.transfer-acknowledged': true,
  'chat.transfer-declined': true,
  'chat.transfer-withdrawn': true,
  'chat.transfer-returned': true,
  'chat.transfer-moved-on': true,
  'chat.noted': true,
  'chat.note-refused': true,
  'chat.escalated': true,
  'chat.help-asked': true,
  'chat.escalation-climbed': true,
  'chat.escalation-helped': true,
  'chat.escalation-returned': true,
  'chat.escalation-reviewed': true,
  'chat.taken-over': true,
  'chat.resolution-proposed': true,
  'chat.resolution-confirmed': true,
  'chat.resolution-refused': true,
  'chat.resolved': true,
  'chat.assist-claimed': true,
  'chat.assist-fell-silent': true,
  'chat.assist-linked': true,
  'chat.people-notified': true,
  'chat.customer-informed': true,
  'chat.transfer-reassigned': true,
  'chat.closed': true,
  'notes.accepted': true,
  'notes.rejected': true,
  'notes.orphaned': true,
  'clock.started': true,
  'clock.warned': true,
  'clock.paused': true,
  'clock.resumed': true,
  'clock.breached': true,
  'clock.breach-withdrawn': true,
  'clock.met': true,
  'clock.cancelled': true,
  'agent.defined': true,
  'agent.status-changed': true,
  'agent.slot-granted': true,
  'agent.slot-refused': true,
  'agent.slot-released': true,
  'agent.console-seen': true,
  'agent.console-lost': true,
  'agent.chats-given-back': true,
  'desk.chat-queued': true,
  'desk.chat-offered': true,
  'desk.answer-awaited': true,
  'desk.offer-declined': true,
  'desk.offer-timed-out': true,
  'desk.offer-withdrawn': true,
  'desk.chat-placed': true,
  'desk.chat-left-line': true,
  'desk.opened': true,
  'desk.closed': true,
  'desk.member-noted': true,
};
const WIRE = /^io\.chatkeeper\.(.+)\.v1$/;

/** Reads a stream frame; null for events this build does not know, which it may skip. */
export const readEvent = (wireType: string, json: unknown): PublicEvent | null => {
  const name = WIRE.exec(wireType)?.[1];
  if (name === undefined || !(name in NAMES)) return null;
  return { ...(json as object), type: name } as PublicEvent;
};

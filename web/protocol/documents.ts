import type { Personal } from './text';

/** What the gateway answers to reads (`/api/v1`). Fields that are null are left out. */
export type ChatState = 'waiting' | 'assigned' | 'active' | 'transferring' | 'resolved' | 'closed';
export type AgentStatus = 'offline' | 'available' | 'busy' | 'wrap-up' | 'away';
export type Role = 'csr' | 'specialist' | 'lead' | 'supervisor' | 'manager' | 'admin' | 'auditor';
export type ClockState =
  'running' | 'paused' | 'warned' | 'breached' | 'met' | 'cancelled' | 'withdrawn';

export interface Person {
  readonly id?: string;
  readonly name?: Personal;
}

export interface Author extends Person {
  readonly kind: 'visitor' | 'agent' | 'system';
  /** The agent who asks for help in an assist chat, and not the one who helps. */
  readonly asks?: boolean;
}

export interface Message {
  readonly messageId: string;
  readonly clientMessageId?: string;
  readonly author: Author;
  readonly text: Personal;
  readonly at: string;
  readonly sequence: number;
}

export interface Clock {
  readonly clockId: string;
  readonly clock: string;
  readonly label: string;
  readonly requirement?: string;
  readonly calendar?: string;
  readonly transferId?: string;
  readonly agentId?: string;
  readonly state: ClockState;
  readonly startedAt: string;
  readonly warnAt?: string;
  readonly breachAt: string;
  readonly remaining?: string;
  readonly metAt?: string;
}

export type TransferState = 'requested' | 'acknowledged' | 'declined' | 'returned' | 'withdrawn';

export interface Transfer {
  readonly transferId: string;
  readonly fromAgent?: string;
  readonly fromDesk?: string;
  readonly toDesk?: string;
  readonly toAgent?: string;
  /** Only somebody who has it will do. */
  readonly toSkill?: string;
  readonly context: Personal;
  readonly state: TransferState;
  readonly at: string;
  readonly acknowledgedAt?: string;
  readonly reason?: Personal;
}

export interface Note {
  readonly noteId: string;
  readonly text: Personal;
  readonly author: string;
  readonly at: string;
  readonly amendedBy?: string;
  readonly redactedBy?: string;
  /** Dated promises that the note seems to make. */
  readonly proposedFollowUps?: readonly { readonly what: Personal; readonly dueAt: string }[];
}

/** How far help has come. */
export type EscalationState = 'asked' | 'helping' | 'taken-over' | 'returned';

export interface Escalation {
  readonly escalationId?: string;
  readonly trigger: string;
  readonly to: string;
  readonly at: string;
  readonly updateBy?: string;
  readonly detail?: Personal;
  readonly state?: EscalationState;
  /** Who escalated; nobody if it was a clock. */
  readonly by?: string;
  readonly helper?: Person;
  readonly outcome?: Personal;
  readonly climbed?: readonly { readonly from: string }[];
  readonly review?: {
    readonly verdict: 'within-policy' | 'against-policy';
    readonly by: string;
    readonly helpedFirst: boolean;
    readonly remark?: Personal;
  };
}

/** An escalation that waits for its review, with the chat it is about. */
export interface Review extends Escalation {
  readonly escalationId: string;
  readonly chatId: string;
  readonly reference: string;
  readonly chatState: ChatState;
  readonly helpedFirst: boolean;
}

/** The chat as another system has it, or is to have it. */
export interface ChatRecord {
  readonly recordId: string;
  readonly destination: string;
  readonly occasion: string;
  readonly state: 'due' | 'delivered' | 'waiting' | 'failed';
  readonly attempts: number;
  readonly problem?: string;
  readonly nextAt?: string;
}

/** What was done because of a clock. */
export interface Notice {
  readonly clock: string;
  readonly stage: 'warned' | 'breached' | 'repeated';
  readonly action: 'notify' | 'inform' | 'reassign';
  readonly transferId?: string;
  readonly target?: string;
  readonly agentId?: string;
  readonly desk?: string;
  readonly at: string;
}

export interface FollowUp {
  readonly followUpId: string;
  readonly what: Personal;
  readonly owner: string;
  readonly dueAt: string;
  readonly state: string;
}

export interface Customer {
  readonly name?: Personal;
  readonly email?: Personal;
  readonly externalId?: string;
  readonly verified?: boolean;
}

/** The last question "does this solve it?"; `resolution.ts` reads it. */
export interface Resolution {
  readonly question?: string;
  readonly proposed?: boolean | string;
  readonly proposedAt?: string;
  readonly answer?: string;
  readonly answered?: boolean | string;
  readonly score?: number;
  readonly comment?: Personal;
}

/** What makes it an assist chat: an agent asks a lead. */
export interface Assist {
  readonly agentId: string;
  readonly agentName: string;
  readonly channel: string;
  readonly template?: string;
  readonly topic?: string;
  readonly clientId: string;
  readonly aboutChatId?: string;
  readonly resourcesChecked: readonly string[];
  readonly claimedBy?: string;
}

/** Help that was asked for about a customer's chat. */
export interface AssistLink {
  readonly chatId: string;
  readonly reference: string;
  readonly agentId: string;
  readonly at: string;
}

export interface Chat {
  readonly chatId: string;
  readonly reference: string;
  readonly kind?: string;
  readonly state: ChatState;
  readonly site?: string;
  readonly sop?: { readonly id: string; readonly version: number } | string;
  readonly desk?: string;
  readonly agent?: Person;
  readonly receiver?: Person | string;
  readonly customer?: Customer;
  readonly topic?: string;
  readonly messages?: readonly Message[];
  readonly transfers?: readonly Transfer[];
  readonly notes?: readonly Note[];
  readonly escalations?: readonly Escalation[];
  readonly clocks?: readonly Clock[];
  readonly followUps?: readonly FollowUp[];
  readonly notices?: readonly Notice[];
  readonly records?: readonly ChatRecord[];
  readonly resolution?: Resolution;
  readonly summary?: Personal;
  /** Why the visitor is not there: `left` or `idle`. */
  readonly visitorLeft?: string;
  readonly unattended?: boolean;
  readonly escalated?: boolean;
  readonly incomplete?: boolean;
  readonly fields?: Readonly<Record<string, Personal>>;
  readonly assist?: Assist;
  /** Since when a claimed assist chat has been flagged as silent. */
  readonly silentSince?: string;
  readonly assists?: readonly AssistLink[];
  readonly sequence: number;
}

/** A line of the inbox or the board. */
export interface Row {
  readonly chatId: string;
  readonly reference: string;
  readonly state: ChatState;
  readonly customer?: Customer;
  readonly topic?: string;
  readonly desk?: string;
  readonly agent?: Person;
  readonly receiver?: Person | string;
  readonly lastLine?: Personal;
  readonly clocks?: readonly Clock[];
  readonly unattended?: boolean;
  readonly escalated?: boolean;
  /** Whose help is awaited or given. */
  readonly helpers?: readonly string[];
  readonly since?: string;
  readonly assist?: Assist;
  readonly silentSince?: string;
  readonly transfer?: {
    readonly transferId: string;
    readonly forMe?: boolean;
    readonly context?: Personal;
    readonly fromAgent?: string;
  };
}

export interface Me {
  readonly agentId: string;
  readonly name: string;
  readonly role: Role;
  readonly homeDesk?: string;
  readonly desks?: readonly string[];
  readonly status: AgentStatus;
  readonly capacity: number;
  readonly held: number;
}

/** A chat that a desk gave out: to whom, why, and why not to others. */
export interface GivenOut {
  readonly chatId: string;
  readonly agentId: string;
  readonly at: string;
  readonly because?: string;
  readonly passedOver?: readonly string[];
}

/** A chat in the line of a desk, and who is being asked to take it. */
export interface InLine {
  readonly chatId: string;
  readonly since: string;
  readonly offeredTo?: string;
  /** Until when they may answer; absent where nobody is asked for a yes. */
  readonly answerBy?: string;
}

export interface Desk {
  readonly placed?: readonly GivenOut[];
  readonly line?: readonly InLine[];
  readonly deskId: string;
  readonly open?: boolean;
  /** When a closed desk opens. */
  readonly opensAt?: string;
  readonly waiting: number;
  readonly oldestSince?: string;
  readonly available?: number;
  readonly busy?: number;
  readonly wrapUp?: number;
  readonly away?: number;
}

export interface Agent {
  readonly agentId: string;
  readonly name: string;
  readonly role: Role;
  readonly homeDesk?: string;
  readonly status: AgentStatus;
  readonly statusSince?: string;
  /** Since when nobody has seen their console. */
  readonly lostSince?: string;
  readonly skills?: readonly string[];
  readonly held: number;
  readonly capacity: number;
}

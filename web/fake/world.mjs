// The chats of the fake gateway: just enough behaviour to look at every screen. Development only.
import { randomUUID } from 'node:crypto';

const iso = (millis) => new Date(millis).toISOString();
const text = (plain) => ({ plain });
const LEADS = ['lead', 'supervisor', 'manager'];

export const agents = new Map(
  [
    ['casey', 'Casey Brook', 'csr', 'customer-service'],
    ['cam', 'Cam Diaz', 'csr', 'customer-service'],
    ['lee', 'Lee Okafor', 'specialist', 'loan-engineers', ['mortgages', 'spanish']],
    ['lou', 'Lou Marin', 'specialist', 'loan-engineers', ['mortgages']],
    ['morgan', 'Morgan Hale', 'lead', 'leads'],
    ['sam', 'Sam Ito', 'supervisor', 'leads'],
  ].map(([agentId, name, role, homeDesk, skills = []]) => [
    agentId,
    { agentId, name, role, homeDesk, skills, desks: [homeDesk], status: 'offline', capacity: 5 },
  ]),
);
export const chats = new Map();
export const log = [];
export const listeners = new Set();
export const isLead = (agent) => LEADS.includes(agent?.role);

/** A refusal in the shape of the gateway's problems. */
export class Refused extends Error {
  constructor(status, code, detail, violations = []) {
    super(code);
    Object.assign(this, { status, code, detail, violations });
  }
}

const actorOf = (who) =>
  who.visitor
    ? { kind: 'visitor', id: who.visitor }
    : { kind: 'agent', id: who.agentId, role: who.role };

/** Adds an event, folds it into its chat and tells the streams. */
export const tell = (chat, type, data, who = null) => {
  const event = {
    id: randomUUID(),
    type: `io.chatkeeper.${type}.v1`,
    streamId: chat.chatId,
    sequence: type.startsWith('chat.') ? ++chat.sequence : 1,
    time: iso(Date.now()),
    chatId: chat.chatId,
    actor: who ? actorOf(who) : { kind: 'system', id: 'fake' },
    data: { chatId: chat.chatId, ...data },
  };
  log.push(event);
  const cursor = String(log.length);
  for (const listener of listeners) listener(event, cursor);
  return event;
};

export const startClock = (chat, clock, label, minutes, extra = {}) => {
  const now = Date.now();
  const started = {
    clockId: `clock-${randomUUID()}`,
    clock,
    label,
    requirement: 'R49',
    calendar: 'always',
    startedAt: iso(now),
    warnAt: iso(now + minutes * 40_000),
    breachAt: iso(now + minutes * 60_000),
    ...extra,
  };
  chat.clocks.push({ ...started, state: 'running' });
  tell(chat, 'clock.started', { subject: chat.chatId, ...started });
};
export const moveClock = (chat, clock, state, type, extra = {}) => {
  for (const one of chat.clocks.filter(
    (c) => c.clock === clock && /running|warned|breached/.test(c.state),
  )) {
    Object.assign(one, { state }, extra);
    tell(chat, type, { subject: chat.chatId, clockId: one.clockId, clock, ...extra });
  }
};

export const post = (chat, author, said, clientMessageId, who) => {
  const messageId = randomUUID();
  const event = tell(
    chat,
    'chat.message-posted',
    { messageId, clientMessageId, author, text: text(said) },
    who,
  );
  chat.messages.push({
    messageId,
    clientMessageId,
    author,
    text: said,
    at: event.time,
    sequence: event.sequence,
  });
  chat.unattended = author.kind === 'visitor';
  if (author.kind === 'agent') {
    if (chat.state === 'assigned') chat.state = 'active';
    moveClock(chat, 'first-reply', 'met', 'clock.met', { metAt: event.time, late: false });
  }
  return { messageId, sequence: event.sequence, findings: [] };
};

export const assign = (chat, agentId) => {
  const agent = agents.get(agentId);
  Object.assign(chat, {
    agent: { id: agentId, name: agent.name },
    desk: agent.homeDesk,
    state: 'assigned',
    unattended: true,
  });
  tell(chat, 'chat.assigned', { agentId, agentName: agent.name, desk: agent.homeDesk });
  startClock(chat, 'first-reply', 'First reply', 3);
};

let numbers = 1041;
export const open = ({ site, customer = {}, topic, message }) => {
  const chat = {
    chatId: `chat-${randomUUID()}`,
    reference: `CK-${++numbers}`,
    kind: 'customer',
    state: 'waiting',
    site,
    sop: { id: 'tidio-loan', version: 1 },
    desk: 'customer-service',
    customer: { ...customer, verified: false },
    topic,
    messages: [],
    transfers: [],
    notes: [],
    escalations: [],
    clocks: [],
    followUps: [],
    unattended: true,
    sequence: 0,
    since: iso(Date.now()),
  };
  chats.set(chat.chatId, chat);
  tell(chat, 'chat.opened', { reference: chat.reference, site, desk: chat.desk });
  const name = customer.name ?? 'Visitor';
  if (message) post(chat, { kind: 'visitor', name }, message, undefined, { visitor: chat.chatId });
  const free = [...agents.values()].find(
    (agent) => agent.homeDesk === chat.desk && agent.status === 'available',
  );
  if (free) assign(chat, free.agentId);
  return chat;
};

// A small stand-in for the gateway: static files, REST and live streams. Development only.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ask, link, templates } from './assist.mjs';
import { commands } from './commands.mjs';
import { answer, claim } from './offers.mjs';
import { report } from './reports.mjs';
import { agents, chats, isLead, listeners, log, open, Refused, tell } from './world.mjs';

const STATIC = join(import.meta.dirname, '..', 'target', 'classes', 'static');
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };
const CSP =
  "default-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; " +
  "img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
const PUBLIC = [
  'opened',
  'assigned',
  'message-posted',
  'visitor-left',
  'transfer-acknowledged',
  'taken-over',
  'resolution-proposed',
  'resolution-confirmed',
  'resolution-refused',
  'resolved',
  'closed',
].map((name) => `io.chatkeeper.chat.${name}.v1`);
const ROWS = [
  [
    'POST_MESSAGE',
    'waiting assigned active transferring resolved',
    'visitor responsible requester',
  ],
  ['TRANSFER', 'assigned active', 'responsible lead'],
  ['ACKNOWLEDGE_TRANSFER', 'transferring', 'receiver'],
  ['DECLINE_TRANSFER', 'transferring', 'receiver'],
  ['WITHDRAW_TRANSFER', 'transferring', 'responsible lead'],
  ['RECORD_NOTE', 'assigned active transferring resolved', 'responsible receiver lead'],
  ['ESCALATE', 'waiting assigned active transferring', 'responsible receiver lead'],
  ['TAKE_OVER', 'waiting assigned active transferring resolved', 'lead'],
  ['HELP_ESCALATION', 'waiting assigned active transferring resolved', 'lead'],
  ['RETURN_ESCALATION', 'waiting assigned active transferring resolved', 'lead'],
  ['REVIEW_ESCALATION', 'waiting assigned active transferring resolved closed', 'lead'],
  ['PROPOSE_RESOLUTION', 'active', 'responsible'],
  ['ANSWER_RESOLUTION', 'active', 'visitor requester'],
  ['RESOLVE', 'active', 'responsible'],
  ['CLOSE', 'resolved', 'responsible'],
].map(([act, states, parts]) => ({ act, states: states.split(' '), parts: parts.split(' ') }));

/** Failures a browser check can order: `{path, status, times}`; and when a site is open. */
export const trouble = { down: false, orders: [], hours: { open: true } };
const answers = new Map();
const open_ = (chat) => chat.state !== 'closed';

const rowOf = (chat, who) => {
  const asked = chat.transfers.find((t) => t.state === 'requested');
  return {
    chatId: chat.chatId,
    reference: chat.reference,
    state: chat.state,
    desk: chat.desk,
    customer: { name: chat.customer.name },
    topic: chat.topic,
    agent: chat.agent,
    receiver: chat.receiver,
    lastLine: chat.messages.at(-1)?.text,
    clocks: chat.clocks,
    unattended: chat.unattended,
    escalated: chat.escalated,
    helpers: chat.escalations
      .filter((one) => /asked|helping/.test(one.state) && one.helper)
      .map((one) => one.helper.id),
    since: chat.since,
    kind: chat.kind,
    assist: chat.assist,
    silentSince: chat.silentSince,
    transfer: asked && {
      transferId: asked.transferId,
      context: asked.context,
      fromAgent: asked.fromAgent,
      forMe: chat.receiver?.id === who.agentId,
    },
  };
};
const inbox = (who) =>
  [...chats.values()]
    .filter(
      (chat) =>
        open_(chat) &&
        [chat.agent?.id, chat.receiver?.id, chat.assist?.agentId].includes(who.agentId),
    )
    .map((chat) => rowOf(chat, who));
const board = (who) =>
  [...chats.values()]
    .filter((chat) => open_(chat) && chat.unattended)
    .map((chat) => rowOf(chat, who));
const all = (who) => [...chats.values()].filter(open_).map((chat) => rowOf(chat, who));
const reviews = () =>
  [...chats.values()].flatMap((chat) =>
    chat.escalations
      .filter((one) => !one.review)
      .map((one) => ({
        ...one,
        chatId: chat.chatId,
        reference: chat.reference,
        chatState: chat.state,
        helpedFirst: one.helped === true,
      })),
  );
const held = (agent) =>
  [...chats.values()].filter((chat) => open_(chat) && chat.agent?.id === agent.agentId).length;
const meOf = (agent) => ({ ...agent, held: held(agent) });
const publicPart = (chat) => ({
  chatId: chat.chatId,
  reference: chat.reference,
  kind: chat.kind,
  state: chat.state,
  agent: chat.agent && { name: chat.agent.name },
  customer: chat.customer,
  topic: chat.topic,
  messages: chat.messages,
  resolution: chat.resolution,
  sequence: chat.sequence,
});
const desks = () =>
  ['customer-service', 'loan-engineers', 'leads'].map((deskId) => {
    const of = (status) =>
      [...agents.values()].filter((a) => a.homeDesk === deskId && a.status === status).length;
    const line = [...chats.values()].filter((c) => c.state === 'waiting' && c.desk === deskId);
    return {
      deskId,
      open: true,
      waiting: line.length,
      line: line.map((chat) => ({ chatId: chat.chatId, since: chat.since, ...chat.offer })),
      oldestSince: line[0]?.since,
      available: of('available'),
      busy: of('busy'),
      wrapUp: of('wrap-up'),
      away: of('away'),
    };
  });

const whoOf = (request) => {
  const token = (request.headers.authorization ?? '').replace('Bearer ', '');
  const [kind, id] = [token.slice(0, 2), token.slice(2)];
  if (kind === 'a:' && agents.has(id)) return agents.get(id);
  if (kind === 'v:' && chats.has(id)) return { visitor: id };
  throw new Refused(401, 'unauthorized', 'Sign in first.');
};
const chatOf = (id) => {
  const chat = chats.get(id);
  if (!chat) throw new Refused(404, 'not-found', 'There is no such chat.');
  return chat;
};

const stream = (request, response, who, snapshot, wanted) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const write = (event, data, id) =>
    response.write(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const send = (event, cursor) => {
    if (wanted(event)) write(event.type, event, cursor);
  };
  const from = Number(request.headers['last-event-id'] ?? Number.NaN);
  if (from <= log.length) log.slice(from).forEach((event, n) => send(event, String(from + n + 1)));
  else
    write('snapshot', { ...snapshot(), serverTime: new Date().toISOString() }, String(log.length));
  listeners.add(send);
  const place = () => {
    const line = [...chats.values()].filter((c) => c.state === 'waiting');
    return line.findIndex((c) => c.chatId === who.visitor) + 1 || undefined;
  };
  const stand = () => ({
    serverTime: new Date().toISOString(),
    place: place(),
    waitMinutes: place() && place() * 2,
    opensAt: place() && trouble.hours.opensAt,
  });
  const beat = () => write('heartbeat', stand());
  let stood;
  const move = () => {
    if (who.visitor && place() && place() !== stood) write('place', stand());
    stood = place();
  };
  beat();
  move();
  const timer = setInterval(beat, 15_000);
  const watch = setInterval(move, 1_000);
  request.on('close', () => {
    listeners.delete(send);
    clearInterval(timer);
    clearInterval(watch);
  });
  response.socket && sockets.add(response.socket);
};
const sockets = new Set();

const read = async (request) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
};

const reads = (path, query, request, response) => {
  if (path.startsWith('/sites/')) return trouble.hours;
  const who = whoOf(request);
  const parts = path.split('/').slice(1);
  if (path === '/me') return meOf(who);
  if (path === '/me/inbox') return { items: inbox(who) };
  if (path === '/me/stream') {
    return stream(
      request,
      response,
      who,
      () => ({ me: meOf(who), inbox: inbox(who), ...(isLead(who) ? { board: board(who) } : {}) }),
      () => true,
    );
  }
  if (path === '/chat-states') return { acts: ROWS };
  if (path === '/assist-templates') return templates;
  if (path === '/chats') {
    if (query.get('unattended')) return { items: board(who) };
    return { items: isLead(who) ? all(who) : inbox(who) };
  }
  if (path === '/escalation-reviews') return { items: reviews() };
  if (path === '/reports/clocks') return report(query, who);
  if (path === '/desks') return { items: desks() };
  if (path === '/agents') return { items: [...agents.values()].map(meOf) };
  if (path === '/clocks') return { items: [] };
  if (parts[0] === 'chats' && parts.length === 2) {
    return who.visitor ? publicPart(chatOf(parts[1])) : chatOf(parts[1]);
  }
  if (parts[0] === 'chats' && parts[2] === 'stream') {
    const chat = chatOf(parts[1]);
    return stream(
      request,
      response,
      who,
      () => ({ chat: publicPart(chat) }),
      (event) => event.chatId === chat.chatId && PUBLIC.includes(event.type),
    );
  }
  throw new Refused(404, 'not-found', 'Not in the fake.');
};

const writes = (path, method, body, request) => {
  if (method === 'POST' && path === '/chats') {
    const chat = open(body);
    return {
      status: 201,
      chatId: chat.chatId,
      reference: chat.reference,
      visitorToken: `v:${chat.chatId}`,
      state: chat.state,
      sequence: chat.sequence,
    };
  }
  const who = whoOf(request);
  if (path === '/me/status') {
    who.status = body.status;
    const profile = { ...who, helpsAt: [] };
    tell({ chatId: undefined, sequence: 0 }, 'agent.status-changed', {
      profile,
      status: who.status,
      held: held(who),
    });
    return meOf(who);
  }
  if (path === '/me/presence') return {};
  if (path === '/assist-requests') {
    const asked = ask(body, who);
    if (chats.has(body.aboutChatId)) link(chats.get(body.aboutChatId), asked, who);
    return asked;
  }
  const [, place, id, noun, tid, verb] = path.split('/');
  if (place === 'desks' && noun === 'claims') return claim(id, who);
  const chat = chatOf(id);
  if (noun === 'offer') return answer(tid, chat, body, who);
  const command = commands[verb ?? noun];
  if (!command) throw new Refused(404, 'not-found', 'Not in the fake.');
  const done = command(chat, body, who, tid);
  return { sequence: chat.sequence, ...done };
};

const json = (response, status, body, type = 'application/json') => {
  response.writeHead(status, { 'Content-Type': type, 'Retry-After': '1' });
  response.end(JSON.stringify(body));
};

const file = (path) => {
  if (path.startsWith('/console') && extname(path) === '') return '/console/index.html';
  if (path.startsWith('/demo') && extname(path) === '') return '/demo/index.html';
  return path;
};

export const serve = (port) => {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://fake');
    try {
      if (url.pathname === '/oauth2/token') {
        const form = new URLSearchParams(await read(request));
        const known = agents.has(form.get('username')) && form.get('password') === 'demo';
        return known
          ? json(response, 200, {
              access_token: `a:${form.get('username')}`,
              token_type: 'Bearer',
              expires_in: 3600,
            })
          : json(response, 400, { code: 'invalid_grant' });
      }
      if (!url.pathname.startsWith('/api/v1')) {
        const path = file(url.pathname);
        const body = readFileSync(join(STATIC, path));
        response.writeHead(200, {
          'Content-Type': TYPES[extname(path)] ?? 'text/plain',
          'Content-Security-Policy': CSP,
        });
        return response.end(body);
      }
      if (trouble.down) return request.socket.destroy();
      const path = url.pathname.slice('/api/v1'.length);
      const order = trouble.orders.find((o) => path.endsWith(o.path) && o.times-- > 0);
      if (order)
        return json(response, order.status, { code: 'ordered', detail: 'Ordered trouble.' });
      if (request.method === 'GET') {
        const body = reads(path, url.searchParams, request, response);
        if (body === undefined) return undefined;
        if (typeof body !== 'string') return json(response, 200, body);
        response.writeHead(200, { 'Content-Type': 'text/csv' });
        return response.end(body);
      }
      const key = `${path} ${request.headers['idempotency-key']}`;
      const body = JSON.parse((await read(request)) || '{}');
      if (!answers.has(key)) answers.set(key, writes(path, request.method, body, request));
      return json(response, 200, answers.get(key));
    } catch (failure) {
      if (failure.code === 'ENOENT') return json(response, 404, {});
      if (!(failure instanceof Refused)) console.error(failure);
      return json(
        response,
        failure.status ?? 500,
        {
          type: 'about:blank',
          title: failure.code,
          status: failure.status,
          code: failure.code,
          detail: failure.detail,
          violations: failure.violations,
        },
        'application/problem+json',
      );
    }
  });
  server.cut = () => {
    sockets.forEach((socket) => socket.destroy());
    sockets.clear();
  };
  return new Promise((ready) => server.listen(port, '127.0.0.1', () => ready(server)));
};

if (process.argv[1] === import.meta.filename) {
  await serve(8099);
  console.log('http://127.0.0.1:8099/demo/loan and /console/ (casey, cam, lee, lou, morgan: demo)');
}

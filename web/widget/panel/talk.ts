import { browserWire, connect, type Stream } from '../../live/connect';
import type { SseFrame } from '../../live/sse';
import { liveFrom, type Live } from '../../live/state';
import { newKey } from '../../outbox/key';
import { createOutbox, type Outbox } from '../../outbox/runner';
import { act, sender, type Send } from '../../outbox/send';
import type { Outgoing } from '../../outbox/state';
import type { Verdict } from '../../outbox/verdict';
import type { Chat } from '../../protocol/documents';
import { readEvent } from '../../protocol/events';
import { plain } from '../../protocol/text';
import { sessionKey, storageOf, type Shell } from '../contract';
import { createSession } from './session';
import { evolve, NO_TALK, type Talk, type TalkEvent } from './state';

/** Frames that are no events of the chat. */
const FRAMES: readonly string[] = ['snapshot', 'heartbeat', 'place'];

/** What such a frame may say. */
interface Frame {
  readonly serverTime?: string;
  readonly chat?: Chat;
  readonly place?: number;
  readonly waitMinutes?: number;
  readonly opensAt?: string;
}

export interface Opening {
  readonly name: string;
  readonly email: string;
  readonly message: string;
}

/** The talk of one page with the gateway: what is seen, and what the visitor can do. */
export interface Talking {
  readonly talk: () => Talk;
  readonly live: () => Live;
  readonly outgoing: () => readonly Outgoing[];
  /** Server time minus local time, in milliseconds. */
  readonly offset: () => number;
  resume(): void;
  start(opening: Opening): Promise<Verdict>;
  /** False when too many messages wait already. */
  say(text: string): boolean;
  retry(key: string): void;
  drop(key: string): void;
  yes(): void;
  rate(score: number | null, comment: string): Promise<void>;
  notYet(): Promise<void>;
  depart(): Promise<void>;
  clear(): void;
}

const sleep = (millis: number): Promise<void> => new Promise((done) => setTimeout(done, millis));

export const createTalking = (
  shell: Shell,
  changed: () => void,
  heard: (name: string, text: string) => void,
): Talking => {
  const base = `${shell.origin}/api/v1`;
  const session = createSession(storageOf(shell.settings()), sessionKey(shell.site));
  let talk = NO_TALK;
  let live = liveFrom(Date.now());
  let token: string | null = null;
  let offset = 0;
  let openKey = newKey();
  let stream: Stream | null = null;
  let outbox: Outbox | null = null;
  const send = sender(base, () => token);

  const become = (event: TalkEvent): void => {
    talk = evolve(talk, event);
    changed();
  };
  const remember = (): void => {
    if (talk.chatId === null || token === null) return;
    session.write({
      chatId: talk.chatId,
      reference: talk.reference,
      token,
      rating: talk.rating,
      outgoing: outbox?.items() ?? [],
    });
  };
  const path = (rest: string): string => `/chats/${talk.chatId ?? ''}/${rest}`;

  const renew = async (): Promise<boolean> => {
    const verdict = await act(
      send,
      { path: path('visitor-token'), key: newKey(), body: {} },
      sleep,
    );
    if (verdict.kind === 'accepted' && typeof verdict.body['visitorToken'] === 'string') {
      token = verdict.body['visitorToken'];
      remember();
      return true;
    }
    if (verdict.kind === 'refused' || verdict.kind === 'expired') lose();
    return false;
  };
  const lose = (): void => {
    session.clear();
    stream?.stop();
    become({ type: 'Lost' });
  };

  /** Sends with a fresh token when the old one is no longer good. */
  const write: Send = async (what) => {
    const verdict = await send(what);
    return verdict.kind === 'expired' && (await renew()) ? send(what) : verdict;
  };
  const post = (item: Outgoing): Promise<Verdict> =>
    write({
      path: path('messages'),
      key: item.key,
      body: { text: item.text, clientMessageId: item.key },
    });

  const take = (frame: SseFrame): void => {
    if (FRAMES.includes(frame.event)) {
      const body = JSON.parse(frame.data) as Frame;
      if (body.serverTime) offset = Date.parse(body.serverTime) - Date.now();
      if (body.chat) picture(body.chat);
      if (body.place !== undefined) {
        become({
          type: 'Placed',
          place: body.place || null,
          wait: body.waitMinutes ?? null,
          opensAt: body.opensAt ?? null,
        });
      }
      return;
    }
    const event = readEvent(frame.event, frame.data === '' ? {} : JSON.parse(frame.data));
    if (!event) return;
    const fresh = event.sequence > talk.sequence;
    if (event.type === 'chat.message-posted' && event.data.clientMessageId) {
      outbox?.confirm(event.data.clientMessageId);
    }
    become({ type: 'Told', event });
    if (fresh && event.type === 'chat.message-posted' && event.data.author.kind !== 'visitor') {
      heard(plain(event.data.author.name), plain(event.data.text));
    }
  };
  const picture = (chat: Chat): void => {
    for (const message of chat.messages ?? []) {
      if (message.clientMessageId) outbox?.confirm(message.clientMessageId);
    }
    become({ type: 'Pictured', chat });
    remember();
  };

  const open = (items: readonly Outgoing[]): void => {
    outbox = createOutbox(
      {
        post,
        sleep,
        chance: () => Math.random(),
        changed: () => {
          remember();
          changed();
        },
      },
      items,
    );
    stream = connect(browserWire(), {
      url: `${base}${path('stream')}`,
      token: () => token ?? '',
      frame: take,
      renew,
      changed: (next) => {
        const back = next.phase === 'live' && live.phase !== 'live';
        live = next;
        if (next.phase === 'ended') lose();
        if (back) outbox?.reconnected();
        changed();
      },
    });
  };
  const stop = (): void => {
    stream?.stop();
    stream = null;
    outbox = null;
  };
  const answer = async (body: object): Promise<void> => {
    const verdict = await act(
      write,
      { path: path('resolution-answer'), key: newKey(), body },
      sleep,
    );
    if (verdict.kind === 'accepted' || verdict.kind === 'refused') become({ type: 'Answered' });
    remember();
  };

  return {
    talk: () => talk,
    live: () => live,
    outgoing: () => outbox?.items() ?? [],
    offset: () => offset,
    resume: () => {
      const found = session.read();
      if (!found || talk.chatId !== null) return;
      token = found.token;
      become({
        type: 'Began',
        chatId: found.chatId,
        reference: found.reference,
        rating: found.rating,
      });
      open(found.outgoing);
    },
    start: async (opening) => {
      become({ type: 'Starting' });
      const user = shell.user();
      const customer = {
        name: opening.name || user.name,
        email: opening.email || user.email,
        externalId: user.externalId,
        identityToken: user.identityToken,
      };
      const fields = shell.attributes();
      const body = {
        site: shell.site,
        customer,
        message: opening.message || undefined,
        fields: Object.keys(fields).length > 0 ? fields : undefined,
      };
      token = null;
      const verdict = await act(send, { path: '/chats', key: openKey, body }, sleep);
      const given = verdict.kind === 'accepted' ? verdict.body : {};
      if (typeof given['chatId'] !== 'string' || typeof given['visitorToken'] !== 'string') {
        if (verdict.kind === 'accepted' || verdict.kind === 'refused') openKey = newKey();
        become({ type: 'NotStarted' });
        return verdict;
      }
      openKey = newKey();
      token = given['visitorToken'];
      become({
        type: 'Began',
        chatId: given['chatId'],
        reference: String(given['reference'] ?? ''),
        rating: false,
      });
      remember();
      open([]);
      return verdict;
    },
    say: (text) =>
      outbox !== null &&
      talk.chatId !== null &&
      outbox.add({
        key: newKey(),
        chatId: talk.chatId,
        text,
        at: new Date(Date.now() + offset).toISOString(),
      }),
    retry: (key) => outbox?.retry(key),
    drop: (key) => outbox?.remove(key),
    yes: () => {
      become({ type: 'SaidYes' });
      remember();
    },
    rate: (score, comment) =>
      answer({ resolved: true, score: score ?? undefined, comment: comment || undefined }),
    notYet: () => answer({ resolved: false }),
    depart: async () => {
      const verdict = await act(write, { path: path('departure'), key: newKey(), body: {} }, sleep);
      if (verdict.kind === 'accepted' || verdict.kind === 'refused') become({ type: 'Departed' });
    },
    clear: () => {
      stop();
      session.clear();
      token = null;
      become({ type: 'Cleared' });
    },
  };
};

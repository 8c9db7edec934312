import { batch } from '@preact/signals';
import { browserWire, connect, type Stream, type Wire } from '../live/connect';
import { asker } from '../live/ask';
import { answerer } from '../live/presence';
import { fileReader, reader } from '../live/read';
import { OFFLINE_MILLIS, QUIET_MILLIS } from '../live/state';
import { newKey } from '../outbox/key';
import { createOutbox, type Outbox } from '../outbox/runner';
import { act, sender, type Progress, type Write } from '../outbox/send';
import { restored, type Outgoing } from '../outbox/state';
import type { Verdict } from '../outbox/verdict';
import type { AgentStatus } from '../protocol/documents';
import type { Override } from '../protocol/problem';
import { en } from '../words/console.en';
import { createAnnouncer } from './announce/announcer';
import { draftOf, withDraft, type Box, type Drafts } from './composer/drafts';
import { createListener } from './listen';
import { createReads } from './reads';
import { createRefresher } from './refresh';
import { pathOf, routeOf, startOf, type Route } from './route';
import type { Memory, Session } from './session';
import { createSignals, withEntry } from './signals';

const BASE = '/api/v1';
/** Texts of clocks change in the last minute every 15 s, otherwise each minute. */
const TICK_MILLIS = 15_000;

/** A reply that waited longer asks before it goes out, for the talk has moved on. */
const ASK_MILLIS = 120_000;

/** Joins signals, stream, outbox and reads for one signed-in agent. */
export const createStore = (
  session: Session,
  memory: Memory,
  expired: () => void,
  wire: Wire = browserWire(),
) => {
  const sleep = (millis: number): Promise<void> =>
    new Promise((done) => void wire.after(millis, done));
  const kept = restored(memory.outbox<readonly Outgoing[]>() ?? []);
  const signals = createSignals(wire.now(), memory.drafts<Drafts>() ?? {}, kept);
  const announcer = createAnnouncer(wire.after);
  const refresher = createRefresher(wire.after);
  const token = (): string => session.token;
  const reads = createReads(signals, reader(BASE, token, expired), sleep);
  const send = sender(BASE, token);
  const here = answerer(BASE, token);

  const post = async (item: Outgoing): Promise<Verdict> => {
    const verdict = await send({
      path: `/chats/${item.chatId}/messages`,
      key: item.key,
      body: { text: item.text, clientMessageId: item.key, overrides: item.overrides },
    });
    if (verdict.kind === 'expired') expired();
    return verdict;
  };
  const outbox: Outbox = createOutbox(
    { post, sleep, chance: wire.chance, changed: outgoingChanged },
    kept,
  );
  const listen = createListener(signals, reads, refresher, announcer, (key) => outbox.confirm(key));

  function outgoingChanged(items: readonly Outgoing[]): void {
    const before = signals.outgoing.value;
    signals.outgoing.value = items;
    memory.keepOutbox(items.filter((item) => item.phase !== 'sent'));
    for (const item of items) {
      const old = before.find((one) => one.key === item.key)?.phase;
      if (old === item.phase) continue;
      if (item.phase === 'refused') queueMicrotask(() => takeBack(item));
      if (item.phase === 'failed') announcer.assertive(en.said.notSent);
    }
  }
  /** A refused text goes back into its box if that is empty; otherwise it waits as a bubble. */
  const takeBack = (item: Outgoing): void => {
    announcer.assertive(en.said.notSent);
    const broken = item.problem?.status === 422;
    if (!broken || draftOf(signals.drafts.value, item.chatId, 'reply') !== '') return;
    batch(() => {
      draft(item.chatId, 'reply', item.text);
      signals.returned.value = withEntry(signals.returned.value, item.chatId, item.problem);
      outbox.remove(item.key);
    });
  };
  const draft = (chatId: string, box: Box, text: string): void => {
    signals.drafts.value = withDraft(signals.drafts.value, chatId, box, text);
    memory.keepDrafts(signals.drafts.value);
  };

  const go = (route: Route, how: 'push' | 'replace' | 'none' = 'push'): void => {
    if (how === 'push' && pathOf(route) !== location.pathname) {
      history.pushState(null, '', pathOf(route));
    }
    if (how === 'replace') history.replaceState(null, '', pathOf(route));
    batch(() => {
      signals.route.value = route;
      signals.contextOpen.value = false;
    });
    if (route.place === 'chat') openChat(route.chatId);
    if (route.place === 'desks') {
      refresher.soon('people', reads.people);
      refresher.soon('watched', reads.watched);
    }
    if (route.place === 'board' && signals.board.value) {
      refresher.soon('board', reads.board);
      refresher.soon('reviews', reads.reviews);
    }
  };
  const openChat = (chatId: string): void => {
    signals.unread.value = withEntry(signals.unread.value, chatId, undefined);
    refresher.soon(`chat ${chatId}`, () => reads.chat(chatId));
  };
  const perform = async (
    write: Write,
    told: (progress: Progress) => void = () => {},
  ): Promise<Verdict> => {
    const verdict = await act(send, write, sleep, told);
    if (verdict.kind === 'expired') expired();
    const chatId = /^\/chats\/([^/]+)\//.exec(write.path)?.[1];
    if (chatId && (verdict.kind === 'accepted' || verdict.kind === 'refused')) {
      const sequence = verdict.kind === 'accepted' ? Number(verdict.body['sequence'] ?? 0) : 0;
      refresher.soonAndAgain(`chat ${chatId}`, () => reads.chat(chatId, sequence));
      refresher.soonAndAgain('inbox', reads.inbox);
      if (signals.board.value) refresher.soonAndAgain('board', reads.board);
      if (signals.board.value && /\/escalations\//.test(write.path)) {
        refresher.soonAndAgain('reviews', reads.reviews);
      }
      if (signals.route.value.place === 'desks') refresher.soonAndAgain('watched', reads.watched);
    }
    return verdict;
  };

  /** What failed while there was no connection is asked for again. */
  const isBack = (): void => {
    outbox.reconnected(new Date(wire.now() - ASK_MILLIS).toISOString());
    const route = signals.route.value;
    if (route.place === 'chat') openChat(route.chatId);
    if (route.place === 'desks') refresher.soon('watched', reads.watched);
    refresher.soon('inbox', reads.inbox);
    if (signals.table.value.length === 0) refresher.soon('table', reads.table);
    if (signals.agents.value.length === 0) refresher.soon('people', reads.people);
  };
  let stream: Stream | null = null;
  let wasLost = false;
  const tick = (): void => {
    signals.now.value = wire.now() + signals.offset.value;
  };
  let stopTick: () => void = () => {};
  const ticking = (): void => {
    tick();
    stopTick = wire.after(TICK_MILLIS, ticking);
  };
  const navigated = (): void => {
    const route = routeOf(location.pathname);
    if (route) go(route, 'none');
  };

  return {
    ...signals,
    announcer,
    reads,
    go,
    draft,
    perform,
    newKey,
    ask: asker(BASE, token),
    file: fileReader(BASE, token, expired),
    after: wire.after,
    start: async (): Promise<void> => {
      const me = await reads.me();
      go(routeOf(location.pathname) ?? startOf(me), 'replace');
      window.addEventListener('popstate', navigated);
      ticking();
      stream = connect(wire, {
        url: `${BASE}/me/stream`,
        token,
        frame: (frame) => {
          if (frame.event === 'heartbeat' || frame.event === 'snapshot') void here();
          listen(frame);
        },
        renew: () => {
          expired();
          return Promise.resolve(false);
        },
        changed: (live) => {
          const back = live.phase === 'live' && signals.live.value.phase !== 'live';
          signals.live.value = live;
          if (back) isBack();
          if (back && wasLost) announcer.polite(en.line.back);
          if (live.phase === 'lost' && !wasLost) {
            // The words of the status line change at these moments, between two ticks.
            for (const millis of [QUIET_MILLIS, OFFLINE_MILLIS]) wire.after(millis + 50, tick);
          }
          wasLost = live.phase !== 'live' && (wasLost || live.phase === 'lost');
        },
      });
      await Promise.allSettled([reads.table(), reads.inbox(), reads.people()]);
    },
    stop: (): void => {
      stream?.stop();
      stopTick();
      window.removeEventListener('popstate', navigated);
    },
    hurry: (): void => stream?.hurry(),
    say: (chatId: string, text: string, overrides?: readonly Override[]): boolean => {
      signals.returned.value = withEntry(signals.returned.value, chatId, undefined);
      return outbox.add({
        key: newKey(),
        chatId,
        text,
        overrides,
        at: new Date(wire.now() + signals.offset.value).toISOString(),
      });
    },
    retry: (key: string): void => outbox.retry(key),
    edit: (item: Outgoing): void => {
      outbox.remove(item.key);
      draft(item.chatId, 'reply', item.text);
    },
    setStatus: async (status: AgentStatus): Promise<Verdict> => {
      const write = { path: '/me/status', method: 'PUT', key: newKey(), body: { status } } as const;
      const verdict = await perform(write);
      const me = signals.me.value;
      if (verdict.kind === 'accepted' && me) signals.me.value = { ...me, status };
      return verdict;
    },
    loadPeople: (): void => refresher.soon('people', reads.people),
    reloadInbox: (): void => refresher.soon('inbox', reads.inbox),
  };
};
export type Store = ReturnType<typeof createStore>;

import { pauseMillis } from './backoff';
import { feed, SSE_START, type SseFrame } from './sse';
import { evolve, liveFrom, SILENCE_MILLIS, type Live, type LiveEvent } from './state';

/** What a stream needs from the world; all of it can be replaced in a test. */
export interface Wire {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly chance: () => number;
  readonly after: (millis: number, act: () => void) => () => void;
}

export interface StreamOptions {
  readonly url: string;
  readonly token: () => string;
  readonly frame: (frame: SseFrame) => void;
  readonly changed: (live: Live) => void;
  /** The token is no longer good; answer true when there is a new one. */
  readonly renew: () => Promise<boolean>;
}

export interface Stream {
  stop(): void;
  /** Tries at once instead of waiting out the pause. */
  hurry(): void;
}

/** Reads a live stream and comes back by itself, with the cursor of the last frame. */
export const connect = (wire: Wire, options: StreamOptions): Stream => {
  let live = liveFrom(wire.now());
  let abort = new AbortController();
  let wake = (): void => {};
  let stopped = false;

  const become = (event: LiveEvent): void => {
    live = evolve(live, event);
    options.changed(live);
  };
  const take = (frame: SseFrame): void => {
    if (frame.event === 'reset') become({ type: 'Reset' });
    else if (frame.id !== undefined) become({ type: 'Read', cursor: frame.id });
    options.frame(frame);
  };
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const cancel = wire.after(pauseMillis(live.attempt, wire.chance()), resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  const readOnce = async (): Promise<void> => {
    abort = new AbortController();
    const answer = await wire.fetch(options.url, {
      headers: {
        Accept: 'text/event-stream',
        Authorization: `Bearer ${options.token()}`,
        ...(live.cursor === undefined ? {} : { 'Last-Event-ID': live.cursor }),
      },
      cache: 'no-store',
      signal: abort.signal,
    });
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) {
      const renewed = answer.status === 401 && (await options.renew());
      if (!renewed) {
        stopped = true;
        become({ type: 'Ended' });
      }
      return;
    }
    if (!answer.ok || answer.body === null) return;
    become({ type: 'Opened' });
    await drain(answer.body);
  };

  const drain = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let state = SSE_START;
    for (;;) {
      const cancel = wire.after(SILENCE_MILLIS, () => abort.abort());
      const { done, value } = await reader.read().finally(cancel);
      if (done) return;
      const [next, frames] = feed(state, decoder.decode(value, { stream: true }));
      state = next;
      frames.forEach(take);
    }
  };

  const run = async (): Promise<void> => {
    while (!stopped) {
      become({ type: 'Tried' });
      try {
        await readOnce();
      } catch {
        // Unreachable or cut off: said by the state below, and tried again.
      }
      if (stopped) return;
      become({ type: 'Lost', at: wire.now() });
      await rest();
    }
  };
  void run();
  return {
    stop: () => {
      stopped = true;
      abort.abort();
      wake();
    },
    hurry: () => wake(),
  };
};

/** The world of a browser. */
export const browserWire = (): Wire => ({
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  chance: () => Math.random(),
  after: (millis, act) => {
    const timer = setTimeout(act, millis);
    return () => clearTimeout(timer);
  },
});

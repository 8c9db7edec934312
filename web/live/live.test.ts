import { describe, expect, it } from 'vitest';
import { LONGEST_PAUSE_MILLIS, pauseMillis } from './backoff';
import { connect, type Wire } from './connect';
import { feed, SSE_START, type SseFrame } from './sse';
import { bannerOf, evolve, liveFrom, type Live } from './state';

const whole =
  ': hello\r\nevent: snapshot\r\ndata: {"a":\r\ndata: 1}\r\n\r\n' +
  'id: c1\nevent: io.x.v1\ndata: é€😀\n\nevent: reset\ndata:\n\nid: c2\rdata: last\r\r\n';

const readAll = (chunks: readonly string[]): SseFrame[] => {
  let state = SSE_START;
  const all: SseFrame[] = [];
  for (const chunk of chunks) {
    const [next, frames] = feed(state, chunk);
    state = next;
    all.push(...frames);
  }
  return all;
};

describe('the stream parser', () => {
  it('reads_the_same_frames_wherever_the_text_is_cut', () => {
    const once = readAll([whole]);
    expect(once.map((f) => [f.event, f.data, f.id])).toEqual([
      ['snapshot', '{"a":\n1}', undefined],
      ['io.x.v1', 'é€😀', 'c1'],
      ['reset', '', undefined],
      ['message', 'last', 'c2'],
    ]);
    for (let size = 1; size < whole.length; size++) {
      const chunks = whole.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
      expect(readAll(chunks)).toEqual(once);
    }
  });
});

describe('the pause between attempts', () => {
  it('doubles_up_to_its_limit_and_leaves_half_to_chance', () => {
    expect(pauseMillis(1, 0)).toBe(250);
    expect(pauseMillis(1, 1)).toBe(500);
    expect(pauseMillis(3, 1)).toBe(2_000);
    expect(pauseMillis(99, 1)).toBe(LONGEST_PAUSE_MILLIS);
  });
});

describe('the state of a stream', () => {
  it('keeps_the_moment_it_broke_over_several_attempts', () => {
    let live: Live = evolve(liveFrom(0), { type: 'Opened' });
    live = evolve(live, { type: 'Lost', at: 1_000 });
    live = evolve(evolve(live, { type: 'Tried' }), { type: 'Lost', at: 9_000 });
    expect(live.since).toBe(1_000);
    expect(bannerOf(live, 2_000)).toBe('quiet');
    expect(bannerOf(live, 4_000)).toBe('reconnecting');
    expect(bannerOf(live, 11_000)).toBe('offline');
    expect(bannerOf(evolve(live, { type: 'Opened' }), 99_000)).toBe('live');
  });
});

const answering = (answers: (() => Response)[], seen: (string | null)[]): Wire => ({
  fetch: (_url, init) => {
    seen.push(new Headers(init?.headers).get('Last-Event-ID'));
    const next = answers.shift();
    return next ? Promise.resolve(next()) : new Promise(() => {});
  },
  now: () => 0,
  chance: () => 0,
  after: (millis, act) => {
    if (millis < 20_000) queueMicrotask(act);
    return () => {};
  },
});

describe('the connection', () => {
  it('comes_back_with_the_last_cursor_and_forgets_it_on_reset', async () => {
    const seen: (string | null)[] = [];
    const frames: string[] = [];
    await new Promise<void>((done) => {
      const stream = connect(
        answering(
          [
            () => new Response('event: snapshot\ndata: {}\n\nid: c7\nevent: e\ndata: {}\n\n'),
            () => new Response(null, { status: 503 }),
            () => new Response('event: reset\ndata: {}\n\n'),
            () => new Response(null, { status: 404 }),
          ],
          seen,
        ),
        {
          url: '/s',
          token: () => 't',
          renew: () => Promise.resolve(false),
          frame: (frame) => frames.push(frame.event),
          changed: (live) => {
            if (live.phase === 'ended') {
              stream.stop();
              done();
            }
          },
        },
      );
    });
    expect(seen).toEqual([null, 'c7', 'c7', null]);
    expect(frames).toEqual(['snapshot', 'e', 'reset']);
  });
});

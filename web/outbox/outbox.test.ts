import { describe, expect, it } from 'vitest';
import type { Message } from '../protocol/documents';
import { newKey } from './key';
import { echoes, withMessage } from './messages';
import { createOutbox } from './runner';
import { act } from './send';
import { evolve, nextOf, OUTBOX_LIMIT, restored, type Outgoing } from './state';
import { retryMillis, verdictOf, type Verdict } from './verdict';

const item = (key: string) => ({ key, chatId: 'chat-1', text: key, at: '2026-11-22T10:00:00Z' });
const queued = (...keys: string[]): readonly Outgoing[] =>
  keys.reduce<readonly Outgoing[]>(
    (items, key) => evolve(items, { type: 'Queued', item: item(key) }),
    [],
  );
const judged = (items: readonly Outgoing[], key: string, verdict: Verdict) =>
  evolve(items, { type: 'Judged', key, verdict });
const message = (n: number, clientMessageId?: string): Message => ({
  messageId: `m${n}`,
  clientMessageId,
  author: { kind: 'agent' },
  text: 'x',
  at: '',
  sequence: n,
});
const problem = { code: 'sop-violation', detail: 'No.', violations: [] };

describe('the verdict on an answer', () => {
  it('tells_apart_what_happened_what_did_not_and_what_is_unknown', () => {
    expect(verdictOf(201, null, { sequence: 4 })).toMatchObject({ kind: 'accepted' });
    expect(verdictOf(504, '2', null)).toEqual({ kind: 'unknown', retryMillis: 2_000 });
    expect(verdictOf(503, '1', null).kind).toBe('busy');
    expect(verdictOf(429, null, null).kind).toBe('busy');
    expect(verdictOf(409, null, problem)).toMatchObject({
      kind: 'refused',
      problem: { status: 409, code: 'sop-violation' },
    });
    expect(verdictOf(422, null, null)).toMatchObject({ problem: { code: 'http-422' } });
    expect(verdictOf(401, null, null).kind).toBe('expired');
    expect(retryMillis('9999')).toBe(60_000);
  });
});

describe('the outbox', () => {
  it('keeps_order_and_lets_a_refused_message_step_aside', () => {
    let items = queued('a', 'b');
    expect(nextOf(items, 'chat-1')?.key).toBe('a');
    items = judged(items, 'a', verdictOf(422, null, problem));
    expect(items[0]).toMatchObject({ phase: 'refused', problem: { detail: 'No.' } });
    expect(nextOf(items, 'chat-1')?.key).toBe('b');
  });

  it('waits_behind_a_message_that_failed_for_want_of_a_connection', () => {
    let items = queued('a', 'b');
    for (let n = 0; n < 4; n++) items = judged(items, 'a', { kind: 'unreachable' });
    expect(items[0]?.phase).toBe('failed');
    expect(nextOf(items, 'chat-1')).toBeUndefined();
    const back = (since: string) => nextOf(evolve(items, { type: 'Reconnected', since }), 'chat-1');
    expect(back('')?.key).toBe('a');
    expect(back('2026-11-22T10:00:01Z')).toBeUndefined();
  });

  it('starts_unfinished_messages_over_with_their_old_key_after_a_reload', () => {
    const items = judged(queued('a', 'b'), 'a', { kind: 'unknown', retryMillis: 1 });
    expect(restored(items).map((i) => [i.key, i.phase])).toEqual([
      ['a', 'queued'],
      ['b', 'queued'],
    ]);
  });

  it('asks_again_with_the_same_key_while_the_outcome_is_unknown', async () => {
    const sent: string[] = [];
    const phases: string[] = [];
    const verdicts = [
      verdictOf(504, '1', null),
      verdictOf(503, '1', null),
      verdictOf(201, null, {}),
    ];
    const outbox = createOutbox({
      post: (i) => {
        sent.push(i.key);
        return Promise.resolve(verdicts.shift() as Verdict);
      },
      changed: (items) => phases.push(items[0]?.phase ?? 'gone'),
      sleep: () => Promise.resolve(),
      chance: () => 0,
    });
    outbox.add(item('k'));
    await new Promise((done) => setImmediate(done));
    expect(sent).toEqual(['k', 'k', 'k']);
    expect(phases).toEqual(['queued', 'sending', 'checking', 'waiting', 'sent']);
    outbox.confirm('k');
    expect(outbox.items()).toEqual([]);
  });

  it('takes_no_more_than_its_limit', () => {
    const outbox = createOutbox({
      post: () => new Promise(() => {}),
      changed: () => {},
      sleep: () => Promise.resolve(),
      chance: () => 0,
    });
    for (let n = 0; n < OUTBOX_LIMIT; n++) expect(outbox.add(item(`k${n}`))).toBe(true);
    expect(outbox.add(item('one more'))).toBe(false);
  });
});

describe('an act', () => {
  it('never_queues_and_says_so_without_a_connection', async () => {
    let sends = 0;
    const verdict = await act(
      () => {
        sends++;
        return Promise.resolve({ kind: 'unreachable' });
      },
      { path: '/x', key: 'k', body: {} },
      () => Promise.resolve(),
    );
    expect([verdict.kind, sends]).toEqual(['unreachable', 2]);
  });

  it('does_not_make_anybody_wait_long_in_silence', async () => {
    const verdict = await act(
      () => Promise.resolve(verdictOf(429, '30', null)),
      { path: '/x', key: 'k', body: {} },
      () => Promise.reject(new Error('no waiting expected')),
    );
    expect(verdict).toEqual({ kind: 'busy', retryMillis: 30_000 });
  });

  it('hands_a_refusal_back_at_once', async () => {
    const verdict = await act(
      () => Promise.resolve(verdictOf(409, null, problem)),
      { path: '/x', key: 'k', body: {} },
      () => Promise.resolve(),
    );
    expect(verdict.kind).toBe('refused');
  });
});

describe('messages and their echoes', () => {
  it('never_shows_a_message_twice_and_keeps_the_order', () => {
    const all = [message(3), message(1), message(3), message(2)].reduce<readonly Message[]>(
      withMessage,
      [],
    );
    expect(all.map((m) => m.sequence)).toEqual([1, 2, 3]);
  });

  it('drops_the_echo_whose_message_has_arrived', () => {
    const items = queued('a', 'b');
    expect(echoes([message(1, 'a')], items, 'chat-1').map((i) => i.key)).toEqual(['b']);
    expect(echoes([], items, 'chat-2')).toEqual([]);
  });

  it('makes_keys_that_are_uuids', () => {
    expect(newKey()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

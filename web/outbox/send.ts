import { readProblem } from '../protocol/problem';
import { verdictOf, type Verdict } from './verdict';

/** One write: the key is made once and stays with it, however often it is sent. */
export interface Write {
  readonly path: string;
  readonly key: string;
  readonly body: unknown;
  readonly method?: 'POST' | 'PUT';
}

export type Send = (write: Write) => Promise<Verdict>;

/** How long one attempt may take; the server itself gives up after 5 s. */
const ATTEMPT_MILLIS = 12_000;

/** Sends writes to one origin. `token` may be missing: opening a chat needs none. */
export const sender =
  (base: string, token: () => string | null): Send =>
  async (write) => {
    const bearer = token();
    try {
      const answer = await fetch(base + write.path, {
        method: write.method ?? 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          'Idempotency-Key': write.key,
          ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
        },
        body: JSON.stringify(write.body),
        keepalive: true, // The last word of a page that is left still goes out.
        signal: AbortSignal.timeout(ATTEMPT_MILLIS),
      });
      const body: unknown = await answer.json().catch(() => null);
      return verdictOf(answer.status, answer.headers.get('Retry-After'), body);
    } catch {
      return { kind: 'unreachable' };
    }
  };

/** Sends of an act after which we stop asking and say so. */
const ACT_ATTEMPTS = 6;

/** A longer request for patience is handed back, so that the screen can say until when. */
const PATIENCE_MILLIS = 5_000;

/** What `act` tells while it is under way. */
export type Progress = 'sending' | 'checking' | 'waiting';

/**
 * Sends an act (acknowledge, transfer, close…) to its end. Acts never queue: without a connection
 * they are refused here, with the same key they are asked again while the outcome is unknown.
 */
export const act = async (
  send: Send,
  write: Write,
  sleep: (millis: number) => Promise<void>,
  told: (progress: Progress) => void = () => {},
): Promise<Verdict> => {
  let verdict: Verdict = { kind: 'unreachable' };
  told('sending');
  for (let attempt = 1; attempt <= ACT_ATTEMPTS; attempt++) {
    const before = verdict;
    verdict = await send(write);
    if (verdict.kind === 'unreachable' && before.kind === 'unreachable' && attempt > 1) break;
    if (verdict.kind === 'unreachable') {
      await sleep(700);
      continue;
    }
    if (verdict.kind !== 'unknown' && verdict.kind !== 'busy') return verdict;
    if (verdict.kind === 'busy' && verdict.retryMillis > PATIENCE_MILLIS) return verdict;
    told(verdict.kind === 'unknown' ? 'checking' : 'waiting');
    if (attempt < ACT_ATTEMPTS) await sleep(verdict.retryMillis);
  }
  return verdict;
};

/** The words of a verdict that was not accepted, as one problem for a form to show. */
export const problemOf = (verdict: Verdict, words: Readonly<Record<string, string>>) => {
  if (verdict.kind === 'refused') return verdict.problem;
  const detail = words[verdict.kind] ?? verdict.kind;
  return readProblem(0, { code: verdict.kind, title: detail, detail });
};

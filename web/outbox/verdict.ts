import { readProblem, type Problem } from '../protocol/problem';

/** What an answer to a write means for the one who sent it. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** It may have happened: the same key will tell. */
  | { readonly kind: 'unknown'; readonly retryMillis: number }
  /** It has not happened; the server asks for patience. */
  | { readonly kind: 'busy'; readonly retryMillis: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unreachable' };

const DEFAULT_RETRY_MILLIS = 1_000;
const LONGEST_RETRY_MILLIS = 60_000;

/** `Retry-After` in seconds, kept between a quarter of a second and a minute. */
export const retryMillis = (header: string | null): number => {
  const seconds = Number(header);
  if (header === null || !Number.isFinite(seconds)) return DEFAULT_RETRY_MILLIS;
  return Math.min(LONGEST_RETRY_MILLIS, Math.max(250, seconds * 1000));
};

export const verdictOf = (status: number, retryAfter: string | null, body: unknown): Verdict => {
  if (status >= 200 && status < 300) {
    return { kind: 'accepted', body: (body ?? {}) as Record<string, unknown> };
  }
  if (status === 401) return { kind: 'expired' };
  if (status === 504) return { kind: 'unknown', retryMillis: retryMillis(retryAfter) };
  if (status === 429 || status === 503) {
    return { kind: 'busy', retryMillis: retryMillis(retryAfter) };
  }
  if (status >= 500) return { kind: 'unknown', retryMillis: retryMillis(retryAfter) };
  return { kind: 'refused', problem: readProblem(status, body) };
};

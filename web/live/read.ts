import { readProblem, type Problem } from '../protocol/problem';

/** A read that was refused or never arrived (`status` 0). */
export class ReadFailed extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

export type Read = <T>(path: string) => Promise<T>;

/** Reads of one origin with one token. */
export const reader =
  (base: string, token: () => string, expired: () => void): Read =>
  async <T>(path: string): Promise<T> => {
    const answer = await fetch(base + path, {
      headers: { Accept: 'application/json', Authorization: `Bearer ${token()}` },
      cache: 'no-store',
    }).catch(() => null);
    if (answer === null) throw new ReadFailed(readProblem(0, { code: 'unreachable' }));
    if (answer.status === 401) expired();
    const body: unknown = await answer.json().catch(() => null);
    if (!answer.ok) throw new ReadFailed(readProblem(answer.status, body));
    return body as T;
  };

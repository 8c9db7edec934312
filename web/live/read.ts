import { readProblem, type Problem } from '../protocol/problem';

/** A read that was refused or never arrived (`status` 0). */
export class ReadFailed extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

export type Read = <T>(path: string) => Promise<T>;
export type ReadFile = (path: string, type: string) => Promise<Blob>;

/** Whatever answers with success; everything else is thrown. */
const asked = async (
  url: string,
  type: string,
  token: () => string,
  expired: () => void,
): Promise<Response> => {
  const answer = await fetch(url, {
    headers: { Accept: type, Authorization: `Bearer ${token()}` },
    cache: 'no-store',
  }).catch(() => null);
  if (answer === null) throw new ReadFailed(readProblem(0, { code: 'unreachable' }));
  if (answer.status === 401) expired();
  if (answer.ok) return answer;
  throw new ReadFailed(readProblem(answer.status, await answer.json().catch(() => null)));
};

/** Reads of one origin with one token. */
export const reader =
  (base: string, token: () => string, expired: () => void): Read =>
  async <T>(path: string): Promise<T> => {
    const answer = await asked(base + path, 'application/json', token, expired);
    return (await answer.json().catch(() => null)) as T;
  };

/** Reads of files for the reader's own disk: a link of its own could not carry the token. */
export const fileReader =
  (base: string, token: () => string, expired: () => void): ReadFile =>
  async (path, type) =>
    (await asked(base + path, type, token, expired)).blob();

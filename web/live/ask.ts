/** Asks something by POST that changes nothing; nothing comes back where nobody answers. */
export type Ask = <T>(path: string, body: object, stopped: AbortSignal) => Promise<T | null>;

/** Questions to one origin with one token. */
export const asker =
  (base: string, token: () => string): Ask =>
  async <T>(path: string, body: object, stopped: AbortSignal): Promise<T | null> => {
    try {
      const answer = await fetch(base + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token()}` },
        body: JSON.stringify(body),
        signal: stopped,
      });
      return answer.ok ? ((await answer.json()) as T) : null;
    } catch {
      return null;
    }
  };

/** Who is signed in; the token lives in memory and in this tab's storage. */
export interface Session {
  readonly token: string;
  readonly user: string;
}

const KEY = 'chatkeeper.console';
const DRAFTS = 'chatkeeper.console.drafts';
const OUTBOX = 'chatkeeper.console.outbox';

/** What a tab remembers; a storage that is full or blocked remembers nothing. */
export const createMemory = (storage: Storage | null) => {
  const read = <T>(key: string): T | null => {
    try {
      return JSON.parse(storage?.getItem(key) ?? 'null') as T | null;
    } catch {
      return null;
    }
  };
  const write = (key: string, value: unknown): void => {
    try {
      if (value === null) storage?.removeItem(key);
      else storage?.setItem(key, JSON.stringify(value));
    } catch {
      // Nothing to do: the tab works on from memory.
    }
  };
  return {
    session: (): Session | null => read<Session>(KEY),
    keepSession: (session: Session | null) => write(KEY, session),
    drafts: <T>(): T | null => read<T>(DRAFTS),
    keepDrafts: (drafts: unknown) => write(DRAFTS, drafts),
    outbox: <T>(): T | null => read<T>(OUTBOX),
    keepOutbox: (items: unknown) => write(OUTBOX, items),
    forget: () => [KEY, DRAFTS, OUTBOX].forEach((key) => write(key, null)),
  };
};
export type Memory = ReturnType<typeof createMemory>;

/** Asks the identity provider for a token: null when it says no, an error when it is not there. */
export const signIn = async (user: string, password: string): Promise<Session | null> => {
  const answer = await fetch('/oauth2/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'password', username: user, password }),
  });
  if (answer.status >= 500) throw new Error(`identity provider: ${answer.status}`);
  const body = (await answer.json().catch(() => ({}))) as { access_token?: string };
  return answer.ok && body.access_token ? { token: body.access_token, user } : null;
};

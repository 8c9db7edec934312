import { restored, type Outgoing } from '../../outbox/state';

/** What of a chat survives a reload of the page. */
export interface Remembered {
  readonly chatId: string;
  readonly reference: string;
  readonly token: string;
  readonly rating: boolean;
  readonly outgoing: readonly Outgoing[];
}

/** Remembers one chat in a storage that may be missing or full. */
export const createSession = (storage: Storage | null, key: string) => ({
  read: (): Remembered | null => {
    try {
      const found = JSON.parse(storage?.getItem(key) ?? 'null') as Remembered | null;
      if (!found?.chatId || !found.token) return null;
      return { ...found, outgoing: restored(found.outgoing ?? []) };
    } catch {
      return null;
    }
  },
  write: (chat: Remembered): void => {
    try {
      storage?.setItem(key, JSON.stringify(chat));
    } catch {
      // A full or blocked storage costs the memory of this chat, nothing else.
    }
  },
  clear: (): void => {
    try {
      storage?.removeItem(key);
    } catch {
      // As above.
    }
  },
});

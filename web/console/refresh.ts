import type { After } from './announce/announcer';

/** Views are eventual: a second look follows the first one at this distance. */
const SECOND_LOOK_MILLIS = 1_200;
const FIRST_LOOK_MILLIS = 80;
/** A long list is read once in this time, however much happens. */
const CALM_MILLIS = 1_000;

/**
 * Runs reads that events ask for: many wishes become one read, never two of a kind at once. A view
 * that is built from another stream may lag behind the event, therefore a second look.
 */
export const createRefresher = (after: After) => {
  const waiting = new Set<string>();
  const running = new Set<string>();
  const late = new Map<string, () => void>();

  const run = async (key: string, read: () => Promise<void>): Promise<void> => {
    waiting.delete(key);
    if (running.has(key)) {
      soon(key, read);
      return;
    }
    running.add(key);
    await read().catch(() => {}); // Said by the connection; the next event asks again.
    running.delete(key);
  };
  const soon = (key: string, read: () => Promise<void>, millis = FIRST_LOOK_MILLIS): void => {
    if (waiting.has(key)) return;
    waiting.add(key);
    after(millis, () => void run(key, read));
  };
  return {
    soon,
    calmly: (key: string, read: () => Promise<void>): void => soon(key, read, CALM_MILLIS),
    soonAndAgain: (key: string, read: () => Promise<void>): void => {
      soon(key, read);
      late.get(key)?.();
      late.set(
        key,
        after(SECOND_LOOK_MILLIS, () => {
          late.delete(key);
          soon(key, read);
        }),
      );
    },
  };
};
export type Refresher = ReturnType<typeof createRefresher>;

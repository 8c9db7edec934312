import { signal, type Signal } from '@preact/signals';
import { merged, NOTHING_WAITS, POLITE_PAUSE_MILLIS, STAY_MILLIS, waits } from './state';

interface Said {
  readonly id: number;
  readonly text: string;
}
export type After = (millis: number, act: () => void) => () => void;

/** Speaks to screen readers through two regions that are there for ever. */
export interface Announcer {
  readonly politely: Signal<readonly Said[]>;
  readonly urgently: Signal<readonly Said[]>;
  polite(text: string): void;
  assertive(text: string): void;
}

export const createAnnouncer = (after: After): Announcer => {
  const politely = signal<readonly Said[]>([]);
  const urgently = signal<readonly Said[]>([]);
  let waiting = NOTHING_WAITS;
  let resting = false;
  let ids = 0;

  const put = (region: Signal<readonly Said[]>, text: string): void => {
    const said = { id: ++ids, text };
    region.value = [...region.value, said];
    after(STAY_MILLIS, () => {
      region.value = region.value.filter((one) => one !== said);
    });
  };
  const speak = (): void => {
    if (waiting.texts.length === 0) {
      resting = false;
      return;
    }
    put(politely, merged(waiting));
    waiting = NOTHING_WAITS;
    resting = true;
    after(POLITE_PAUSE_MILLIS, speak);
  };
  return {
    politely,
    urgently,
    polite: (text) => {
      waiting = waits(waiting, text);
      if (!resting) speak();
    },
    assertive: (text) => put(urgently, text),
  };
};

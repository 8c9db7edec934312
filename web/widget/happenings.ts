import type { Happening } from './contract';

type Listener = (detail: unknown) => void;

/** The page's listeners. One that throws harms nobody; `ready` is told to late ones too. */
export const createHappenings = () => {
  const listeners = new Map<Happening, Set<Listener>>();
  let ready = false;
  const tell = (listener: Listener, detail: unknown): void => {
    try {
      listener(detail);
    } catch (failure) {
      console.warn('chatkeeper: a listener failed', failure);
    }
  };
  return {
    on: (name: Happening, listener: Listener): (() => void) => {
      const those = listeners.get(name) ?? new Set<Listener>();
      listeners.set(name, those.add(listener));
      if (name === 'ready' && ready) tell(listener, undefined);
      return () => void those.delete(listener);
    },
    emit: (name: Happening, detail?: unknown): void => {
      if (name === 'ready') ready = true;
      listeners.get(name)?.forEach((listener) => tell(listener, detail));
    },
  };
};

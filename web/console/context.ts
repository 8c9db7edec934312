import { createContext } from 'preact';
import { useContext, useRef, useState } from 'preact/hooks';
import { problemOf, type Progress } from '../outbox/send';
import { readProblem, type Override, type Problem } from '../protocol/problem';
import { en } from '../words/console.en';
import type { Store } from './store';

export const StoreContext = createContext<Store | null>(null);

/** The store of the page; every view below the sign-in has one. */
export const useStore = (): Store => {
  const store = useContext(StoreContext);
  if (!store) throw new Error('no store around this view');
  return store;
};

/** One act of a form or button: busy or not, and why it was refused. */
export interface Acting {
  readonly progress: Progress | null;
  readonly problem: Problem | null;
  /** Sends it; `accepted` is called when it was. */
  run(body: object): Promise<void>;
  /** Sends the last body again with a reason for going ahead. */
  override(ruleId: string, reason: string): void;
  /** Shows a problem that needs no server to be found. */
  fail(field: string, message: string): void;
  clear(): void;
}

/**
 * An act under `/chats/{id}/`, and what follows when it was accepted. Its key is kept while the
 * outcome is unknown, so that asking again never does it twice; after an answer, or with another
 * body, the next one gets a new key.
 */
export const useAct = (
  path: string,
  accepted: (answer: Readonly<Record<string, unknown>>) => void = () => {},
): Acting => {
  const store = useStore();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const last = useRef<object>({});
  const overrides = useRef<readonly Override[]>([]);
  const pending = useRef<{ readonly key: string; readonly text: string } | null>(null);
  const run = async (asked: object): Promise<void> => {
    if (progress !== null) return;
    if (JSON.stringify(asked) !== JSON.stringify(last.current)) overrides.current = [];
    last.current = asked;
    const body =
      overrides.current.length === 0 ? asked : { ...asked, overrides: overrides.current };
    const text = path + JSON.stringify(body);
    if (pending.current?.text !== text) pending.current = { key: store.newKey(), text };
    setProblem(null);
    const verdict = await store.perform({ path, key: pending.current.key, body }, setProgress);
    setProgress(null);
    if (verdict.kind === 'accepted' || verdict.kind === 'refused') pending.current = null;
    if (verdict.kind === 'accepted') accepted(verdict.body);
    else setProblem(problemOf(verdict, en.acts));
  };
  const override = (ruleId: string, reason: string): void => {
    overrides.current = [...overrides.current, { ruleId, reason }];
    void run(last.current);
  };
  const fail = (field: string, message: string): void =>
    setProblem(
      readProblem(0, {
        code: 'incomplete',
        detail: message,
        violations: [
          { ruleId: '', requirement: '', severity: 'block', field, message, overridable: false },
        ],
      }),
    );
  return { progress, problem, run, override, fail, clear: () => setProblem(null) };
};

import { useEffect, useState } from 'preact/hooks';
import type { Chat } from '../../protocol/documents';
import { useStore } from '../context';
import { judged, NOTHING, REST_MILLIS, standing, worthSaying, type Hint } from './state';

interface Question {
  readonly kind: 'note' | 'customer_message' | 'greeting' | 'assist_request';
  readonly text: string;
  readonly sop: Chat['sop'];
  readonly context: Readonly<Record<string, unknown>>;
}

/** What the rules say of a text, once it rests. One question at a time; the newest counts. */
export const useHints = (question: Question): readonly Hint[] => {
  const store = useStore();
  const [last, setLast] = useState(NOTHING);
  const { kind, text } = question;
  const sop = typeof question.sop === 'object' ? question.sop.id : undefined;
  const context = JSON.stringify(question.context);
  useEffect(() => {
    if (!worthSaying(text)) return;
    const stop = new AbortController();
    const forget = store.after(REST_MILLIS, () => {
      const body = { kind, text, sop, context: JSON.parse(context) as object };
      void store.ask<{ findings: readonly Hint[] }>('/lint', body, stop.signal).then((answer) => {
        if (answer && !stop.signal.aborted) setLast(judged(text, answer.findings));
      });
    });
    return () => {
      forget();
      stop.abort();
    };
  }, [kind, text, sop, context]);
  return worthSaying(text) ? standing(last, text) : [];
};

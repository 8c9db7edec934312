/** Polite texts are at least this far apart, and stay this long. */
export const POLITE_PAUSE_MILLIS = 2_000;
export const STAY_MILLIS = 10_000;
/** Texts that may wait; more are told as a number. */
const WAITING_LIMIT = 3;

/** The texts that wait to be spoken politely. */
export interface Waiting {
  readonly texts: readonly string[];
  readonly dropped: number;
}
export const NOTHING_WAITS: Waiting = { texts: [], dropped: 0 };

/** Adds a text; the same text is not said twice, and a flood becomes a count. */
export const waits = (waiting: Waiting, text: string): Waiting => {
  if (waiting.texts.includes(text)) return waiting;
  if (waiting.texts.length >= WAITING_LIMIT) return { ...waiting, dropped: waiting.dropped + 1 };
  return { ...waiting, texts: [...waiting.texts, text] };
};

/** Everything that waits, merged into one saying. */
export const merged = (waiting: Waiting): string =>
  waiting.dropped === 0
    ? waiting.texts.join('. ')
    : `${waiting.texts.join('. ')}. And ${waiting.dropped} more`;

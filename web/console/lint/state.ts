import type { Violation } from '../../protocol/problem';

/** Rest after the last key before a text is judged. */
export const REST_MILLIS = 400;

/** What the rules say of a text while it is written. */
export interface Hint extends Omit<Violation, 'overridable'> {
  readonly code: string;
  /** Where it stands, in UTF-16 units, as strings count here too. */
  readonly span: { readonly start: number; readonly end: number };
}

/** A text and what was said of it. */
export interface Judged {
  readonly text: string;
  readonly hints: readonly Hint[];
}

export const NOTHING: Judged = { text: '', hints: [] };

/** Before this much is written, a lack of something says nothing. */
const ENOUGH = 12;

const readHint = (found: Hint): Hint => ({
  ...found,
  severity: String(found.severity).toLowerCase() === 'warn' ? 'warn' : 'block',
});

export const judged = (text: string, findings: readonly Hint[]): Judged => ({
  text,
  hints: findings.map(readHint),
});

/**
 * Hints that still hold while the next answer is on its way: those whose words stand unchanged.
 * One about the whole text holds until there is a new answer.
 */
export const standing = ({ text, hints }: Judged, now: string): readonly Hint[] => {
  if (now.trim() === '') return [];
  return hints.filter(({ span }) => {
    const whole = span.start === 0 && span.end >= text.length;
    return whole || text.slice(span.start, span.end) === now.slice(span.start, span.end);
  });
};

/** Whether it is time to say so: a text that has only begun lacks everything. */
export const worthSaying = (text: string): boolean => text.trim().length >= ENOUGH;

/** The text with the hint's better words in place of its own. */
export const improved = (text: string, hint: Hint): string =>
  hint.suggestion === undefined || hint.suggestion === null
    ? text
    : text.slice(0, hint.span.start) +
      hint.suggestion +
      text
        .slice(hint.span.end)
        // The suggestion brings its own full stop.
        .replace(/^[.!]/, /[.!?…]$/.test(hint.suggestion) ? '' : '$&');

import type { Resolution } from './documents';

/** Where the question stands: never asked, waiting for the visitor, or answered. */
export type Asked = 'no' | 'waiting' | 'yes' | 'refused';

const YES: readonly unknown[] = [true, 'yes', 'confirmed', 'resolved'];
const OPEN: readonly unknown[] = [undefined, null, 'open'];

/** Reads a chat's resolution; both spellings of the answer are understood. */
export const askedOf = (resolution: Resolution | null | undefined): Asked => {
  const proposed = resolution?.proposed ?? resolution?.proposedAt ?? resolution?.question;
  if (!resolution || !proposed) return 'no';
  const answer = resolution.answered ?? resolution.answer;
  if (OPEN.includes(answer)) return 'waiting';
  return YES.includes(answer) ? 'yes' : 'refused';
};

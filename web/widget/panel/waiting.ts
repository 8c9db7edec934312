import { fill, ordinal } from '../../words/fill';
import type { Words } from '../../words/widget.en';
import { dayAndTime } from './hours';
import type { Talk } from './state';

/**
 * What somebody in line is told: when we open, or else their place, and how long it takes where that
 * was measured.
 */
export const waitingText = (
  words: Words,
  talk: Pick<Talk, 'place' | 'wait' | 'opensAt'>,
  now: number,
): string => {
  if (talk.opensAt !== null) {
    return fill(words.waitingClosed, { opens: dayAndTime(talk.opensAt, now) });
  }
  if (talk.place === null) return words.waiting;
  const place = ordinal(talk.place);
  return talk.wait === null
    ? fill(words.place, { place })
    : fill(words.placeWait, { place, minutes: talk.wait });
};

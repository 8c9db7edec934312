import { fill } from '../../words/fill';
import type { Words } from '../../words/widget.en';
import type { Shell } from '../contract';

/** Whether somebody is there to take a chat, as the site says. */
export interface Hours {
  readonly open: boolean;
  readonly opensAt?: string;
  readonly answerBy?: string;
}

const WEEK_MILLIS = 6 * 24 * 3_600_000;

/** `Monday 09:00`, and with the date once that could be another Monday. */
export const dayAndTime = (at: string, now: number, locale: string[] = []): string =>
  new Date(at).toLocaleString(locale, {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    ...(Date.parse(at) - now > WEEK_MILLIS ? { day: 'numeric', month: 'long' } : {}),
  });

/** What stands above the form: when we are back, or that somebody answers now. */
export const introText = (words: Words, hours: Hours | null, now: number): string => {
  if (!isClosed(hours)) return words.intro;
  const opens = dayAndTime(hours.opensAt, now);
  return hours.answerBy
    ? fill(words.closedIntro, { opens, time: dayAndTime(hours.answerBy, now) })
    : fill(words.closedUntil, { opens });
};

export const isClosed = (hours: Hours | null): hours is Hours & { readonly opensAt: string } =>
  hours !== null && !hours.open && hours.opensAt !== undefined;

/** Asks the site; what can't be known is not shown. */
export const askHours = async (shell: Pick<Shell, 'origin' | 'site'>): Promise<Hours | null> => {
  try {
    const answer = await fetch(`${shell.origin}/api/v1/sites/${encodeURIComponent(shell.site)}`);
    return answer.ok ? ((await answer.json()) as Hours) : null;
  } catch {
    return null;
  }
};

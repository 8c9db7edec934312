import { DIMENSIONS, type Dimension, type Tally } from '../../protocol/reports';

/** As many days as the gateway adds up in one report. */
export const MOST_DAYS = 92;
/** Lines that are drawn; the download has all of them. */
export const DRAWN = 500;
const DAY_MILLIS = 86_400_000;
const DAYS_BEFORE = 6;

/** What a report is asked for. Days are `YYYY-MM-DD`, both included. */
export interface Wish {
  readonly from: string;
  readonly to: string;
  readonly by: readonly Dimension[];
}

const dayOf = (millis: number): string => new Date(millis).toISOString().slice(0, 10);

/** The last seven days by clock and desk; promises count by days of their desks, today is UTC's. */
export const firstWish = (now: number): Wish => ({
  from: dayOf(now - DAYS_BEFORE * DAY_MILLIS),
  to: dayOf(now),
  by: ['clock', 'desk'],
});

/** What must be changed before it can be asked: nothing, the days, or the parts. */
export const flawOf = (wish: Wish): 'days' | 'parts' | null => {
  const days = 1 + (Date.parse(wish.to) - Date.parse(wish.from)) / DAY_MILLIS;
  if (!(days >= 1 && days <= MOST_DAYS)) return 'days';
  return wish.by.length === 0 ? 'parts' : null;
};

/** The wish with one part more or less, in the order of the columns. */
export const toggled = (wish: Wish, part: Dimension): Wish => ({
  ...wish,
  by: DIMENSIONS.filter((one) => wish.by.includes(one) !== (one === part)),
});

export const pathOf = (wish: Wish): string =>
  `/reports/clocks?from=${wish.from}&to=${wish.to}&by=${wish.by.join(',')}`;

/** Which share of the promises was kept, as `97.5%`; a dash where there was none. */
export const shareKept = ({ kept, broken }: Pick<Tally, 'kept' | 'broken'>): string => {
  const all = kept + broken;
  if (all === 0) return '–';
  // Rounded down: a promise that was broken never looks like a hundred per cent.
  return `${Math.floor((kept * 1_000) / all) / 10}%`;
};

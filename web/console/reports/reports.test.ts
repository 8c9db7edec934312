import { describe, expect, it } from 'vitest';
import { firstWish, flawOf, MOST_DAYS, pathOf, shareKept, toggled, type Wish } from './state';

const wish: Wish = { from: '2026-11-01', to: '2026-11-30', by: ['clock'] };

describe('reports', () => {
  it('begin_with_the_last_seven_days', () => {
    const first = firstWish(Date.parse('2026-03-03T23:59:59Z'));
    expect([first.from, first.to]).toEqual(['2026-02-25', '2026-03-03']);
    expect(flawOf(first)).toBeNull();
  });

  it('are_not_asked_for_with_days_that_make_no_sense', () => {
    expect(flawOf({ ...wish, to: '2026-10-31' })).toBe('days');
    expect(flawOf({ ...wish, from: '' })).toBe('days');
    expect(flawOf({ ...wish, from: '2026-08-31' })).toBeNull();
    expect(flawOf({ ...wish, from: '2026-08-30' })).toBe('days');
    expect(MOST_DAYS).toBe(92);
    expect(flawOf({ ...wish, by: [] })).toBe('parts');
  });

  it('keep_their_columns_in_one_order_however_they_were_chosen', () => {
    const more = toggled(toggled(wish, 'sop'), 'day');
    expect(pathOf(more)).toBe('/reports/clocks?from=2026-11-01&to=2026-11-30&by=day,clock,sop');
    expect(toggled(toggled(more, 'day'), 'sop')).toEqual(wish);
  });

  it('never_round_a_broken_promise_away', () => {
    expect(shareKept({ kept: 9_999, broken: 1 })).toBe('99.9%');
    expect(shareKept({ kept: 3, broken: 0 })).toBe('100%');
    expect(shareKept({ kept: 0, broken: 2 })).toBe('0%');
    expect(shareKept({ kept: 0, broken: 0 })).toBe('–');
  });
});

import { describe, expect, it } from 'vitest';
import { createAnnouncer } from './announcer';

describe('the announcer', () => {
  it('speaks_politely_once_in_two_seconds_and_merges_what_waits', () => {
    const timers: [number, () => void][] = [];
    const announcer = createAnnouncer((millis, act) => {
      timers.push([millis, act]);
      return () => {};
    });
    for (const text of ['one', 'two', 'two', 'three', 'four', 'five']) announcer.polite(text);
    const said = (): string[] => announcer.politely.value.map((one) => one.text);
    expect(said()).toEqual(['one']);
    timers.filter(([millis]) => millis === 2_000).forEach(([, act]) => act());
    expect(said()).toEqual(['one', 'two. three. four. And 1 more']);
  });

  it('takes_texts_away_after_ten_seconds', () => {
    const timers: [number, () => void][] = [];
    const announcer = createAnnouncer((millis, act) => {
      timers.push([millis, act]);
      return () => {};
    });
    announcer.assertive('now');
    expect(announcer.urgently.value).toHaveLength(1);
    timers.filter(([millis]) => millis === 10_000).forEach(([, act]) => act());
    expect(announcer.urgently.value).toHaveLength(0);
  });
});

import { describe, expect, it } from 'vitest';
import { count, fill, ordinal } from './fill';
import { en as consoleWords } from './console.en';
import { en as widgetWords } from './widget.en';

describe('texts', () => {
  it('put_values_into_their_places_and_show_what_is_missing', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}');
    expect([1, 2, 3, 4, 11, 22].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '22nd']);
    expect(count(1, widgetWords.launcherUnread)).toBe('Chat, 1 new message');
    expect(count(2, widgetWords.launcherUnread)).toBe('Chat, 2 new messages');
  });

  it('are_calm_and_blame_nobody', () => {
    const flat = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(flat);
    for (const text of [...flat(widgetWords), ...flat(consoleWords)]) {
      expect(text).not.toMatch(/oops|invalid|error \d|!/i);
    }
  });
});

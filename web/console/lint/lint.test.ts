import { describe, expect, test } from 'vitest';
import { improved, judged, standing, worthSaying, type Hint } from './state';

const hint = (start: number, end: number, suggestion?: string): Hint => ({
  code: 'DISMISSIVE',
  ruleId: 'message-dismissive',
  requirement: 'R72',
  severity: 'warn',
  message: 'This turns people away.',
  span: { start, end },
  suggestion,
});

describe('hints while a text is written', () => {
  const text = 'Sorry, I don’t know. One moment.';

  test('stay while their own words stay', () => {
    const last = judged(text, [hint(7, 19)]);
    expect(standing(last, `${text} Thanks`)).toHaveLength(1);
  });

  test('go when their words are changed, or the text is gone', () => {
    const last = judged(text, [hint(7, 19)]);
    expect(standing(last, 'Sorry, let me look. One moment.')).toEqual([]);
    expect(standing(last, ' ')).toEqual([]);
  });

  test('about the whole text stay until there is a new answer', () => {
    const last = judged(text, [hint(0, text.length)]);
    expect(standing(last, 'Something else altogether')).toHaveLength(1);
  });

  test('are not asked for before there is something to judge', () => {
    expect(worthSaying('Hi')).toBe(false);
    expect(worthSaying('I don’t know that.')).toBe(true);
  });

  test('bring better words, and no second full stop', () => {
    expect(improved(text, hint(7, 19, 'Let me check that for you.'))).toBe(
      'Sorry, Let me check that for you. One moment.',
    );
    expect(improved(text, hint(7, 19))).toBe(text);
  });

  test('of any spelling of severity are read', () => {
    const found = { ...hint(0, 1), severity: 'BLOCK' } as unknown as Hint;
    expect(judged('a', [found]).hints[0]?.severity).toBe('block');
  });
});

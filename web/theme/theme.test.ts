import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, textOn } from './contrast';
import { colours, tokensCss } from './tokens.mjs';

const palette = colours();
const hex = (name: string, mode: number): string => {
  const pair = palette.get(name);
  if (!pair) throw new Error(`no token ${name}`);
  return pair[mode] as string;
};
const GROUNDS = [
  'bg',
  'surface',
  'sunken',
  'hover',
  'selected',
  'note',
  'soft',
  'ok-soft',
  'warn-soft',
  'bad-soft',
  'info-soft',
];
const TEXTS = ['text', 'text-2', 'text-3', 'accent', 'ok', 'warn', 'bad', 'info'];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the %s palette', (_name, mode) => {
  it.each(TEXTS)('reads_%s_on_every_background', (name) => {
    for (const ground of GROUNDS) {
      expect(contrast(hex(name, mode), hex(ground, mode)), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['edge', 'focus'])('shows_%s_on_every_background', (name) => {
    for (const ground of GROUNDS) {
      expect(contrast(hex(name, mode), hex(ground, mode)), ground).toBeGreaterThanOrEqual(3);
    }
  });

  it('reads_text_on_the_accent_and_on_solid_pills', () => {
    expect(contrast(hex('on-accent', mode), hex('accent', mode))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(hex('on-accent', mode), hex('accent-hover', mode))).toBeGreaterThanOrEqual(4.5);
    for (const solid of ['ok', 'warn', 'bad', 'info']) {
      expect(contrast(hex('surface', mode), hex(solid, mode))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('a custom accent', () => {
  it('always_carries_readable_text', () => {
    for (let n = 0; n < 1_000; n++) {
      const colour = `#${((n * 16_807 * 997) % 0x1000000).toString(16).padStart(6, '0')}`;
      expect(contrast(colour, textOn(colour)), colour).toBeGreaterThanOrEqual(4.58);
    }
  });
});

describe('the style sheets', () => {
  const sheets = ['console', 'console/css', 'widget', 'widget/panel'].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, '..', folder))
      .filter((name) => name.endsWith('.css'))
      .map((name) => join(import.meta.dirname, '..', folder, name)),
  );

  it('name_no_raw_colour', () => {
    expect(sheets.length).toBeGreaterThan(0);
    for (const sheet of sheets) {
      const text = readFileSync(sheet, 'utf8').replaceAll(/#000[35]\b/g, 'shadow');
      expect(text.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/gi), sheet).toBeNull();
    }
  });

  it('write_colours_for_both_modes', () => {
    expect(tokensCss(':root')).toContain('--bad: light-dark(#b3202c, #ff8f8f);');
  });
});

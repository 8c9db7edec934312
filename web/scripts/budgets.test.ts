import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';

const KB = 1_024;
const out = mkdtempSync(join(tmpdir(), 'chatkeeper-web-'));
execFileSync(process.execPath, [join(import.meta.dirname, 'build.mjs'), out]);
afterAll(() => rmSync(out, { recursive: true }));

const text = (file: string): string => readFileSync(join(out, file), 'utf8');

describe('what a browser must load', () => {
  it.each([
    ['widget.js', 5],
    ['widget-panel.js', 35],
    ['console/console.js', 90],
    ['console/console.css', 12],
  ])('%s stays below %i KB', (file, budget) => {
    expect(gzipSync(text(file), { level: 9 }).length).toBeLessThanOrEqual(budget * KB);
  });

  it('is_all_there', () => {
    expect(readdirSync(out, { recursive: true }).toSorted()).toEqual([
      'console',
      'console/console.css',
      'console/console.js',
      'console/index.html',
      'demo',
      'demo/index.html',
      'demo/page.css',
      'demo/page.js',
      'widget-panel.js',
      'widget.js',
    ]);
  });

  it('needs_no_inline_script_style_or_eval', () => {
    for (const page of ['console/index.html', 'demo/index.html']) {
      expect(text(page)).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
    }
    for (const script of ['widget.js', 'widget-panel.js', 'demo/page.js']) {
      expect(text(script)).not.toMatch(/innerHTML|\beval\(|new Function|\.cssText/);
    }
  });
});

// Opens the built pages in a real browser against the fake gateway: pictures, axe, a few checks.
// Usage: node fake/look.mjs [folder for pictures] [widget|host|keys|assist|reports|offers|console]
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve, trouble } from './server.mjs';

const folder = process.argv[2] ?? 'target/shots';
const wanted = process.argv[3];
const axeSource = readFileSync(
  join(import.meta.dirname, '..', 'node_modules', 'axe-core', 'axe.min.js'),
  'utf8',
);
mkdirSync(folder, { recursive: true });
const server = await serve(0);
const base = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
let failures = 0;
const check = (what, good) => {
  if (!good) failures++;
  console.log(good ? 'ok  ' : 'FAIL', what);
};

const session = async (name, options) => {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (/Content Security|Refused to/.test(message.text()))
      check(`no CSP report: ${message.text()}`, false);
  });
  page.on('pageerror', (error) => check(`no page error: ${error.message}`, false));
  const shot = (what) => page.screenshot({ path: join(folder, `${what}-${name}.png`) });
  const axe = async (what, at = page) => {
    await at.evaluate(axeSource);
    const { violations } = await at.evaluate(() =>
      window.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    );
    for (const found of violations) {
      const where = found.nodes.map(
        (node) => `${node.target.flat().join(' ')}: ${node.failureSummary}`,
      );
      console.log(`     axe ${found.impact} ${found.id}\n       ${where.join('\n       ')}`);
    }
    check(`axe, ${what}, ${name}`, violations.length === 0);
  };
  return { page, context, shot, axe, base, check, server, trouble };
};

try {
  for (const colorScheme of ['light', 'dark']) {
    if (wanted === undefined || wanted === 'widget') {
      const { lookAtWidget } = await import('./look-widget.mjs');
      const one = await session(colorScheme, {
        colorScheme,
        viewport: { width: 900, height: 760 },
      });
      await lookAtWidget(one);
      await one.context.close();
    }
    if (wanted === undefined || wanted === 'host') {
      const { lookAtHost } = await import('./look-host.mjs');
      const one = await session(colorScheme, {
        colorScheme,
        hasTouch: true,
        isMobile: true,
        viewport: { width: 390, height: 780 },
      });
      await lookAtHost(one);
      await one.context.close();
    }
    if (wanted === undefined || wanted === 'keys') {
      const { lookAtKeys } = await import('./look-keys.mjs');
      const one = await session(colorScheme, { viewport: { width: 1360, height: 860 } });
      await lookAtKeys(one);
      await one.context.close();
    }
    if (wanted === undefined || wanted === 'assist') {
      const { lookAtAssist } = await import('./look-assist.mjs');
      const one = await session(colorScheme, {
        colorScheme,
        viewport: { width: 1360, height: 860 },
      });
      await lookAtAssist(one);
      await one.context.close();
    }
    if (wanted === undefined || wanted === 'reports') {
      const { lookAtReports } = await import('./look-reports.mjs');
      const one = await session(colorScheme, {
        colorScheme,
        viewport: { width: 1360, height: 860 },
      });
      await lookAtReports(one);
      await one.context.close();
    }
    if (wanted === undefined || wanted === 'offers') {
      const { lookAtOffers } = await import('./look-offers.mjs');
      const one = await session(colorScheme, {
        colorScheme,
        viewport: { width: 1360, height: 860 },
      });
      await lookAtOffers(one);
      await one.context.close();
    }
    if (wanted === undefined || wanted === 'console') {
      const { lookAtConsole } = await import('./look-console.mjs');
      const one = await session(colorScheme, {
        colorScheme,
        viewport: { width: 1360, height: 860 },
      });
      await lookAtConsole(one);
      await one.context.close();
    }
  }
} finally {
  await browser.close();
  server.close();
  server.cut();
}
console.log(failures === 0 ? 'all good' : `${failures} failures`);
process.exit(failures === 0 ? 0 : 1);

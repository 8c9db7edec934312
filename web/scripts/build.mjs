// Builds everything the gateway serves into <out>/ (default: target/classes/static).
import { build, transform } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tokensCss } from '../theme/tokens.mjs';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const out = resolve(process.argv[2] ?? join(web, 'target', 'classes', 'static'));

/** `@import "tokens.css"` in the console's sheet. */
const consoleTokens = {
  name: 'console-tokens',
  setup: (b) => {
    b.onResolve({ filter: /^tokens\.css$/ }, () => ({ path: 'tokens.css', namespace: 'theme' }));
    b.onLoad({ filter: /.*/, namespace: 'theme' }, () => ({
      contents: tokensCss(':root'),
      loader: 'css',
    }));
  },
};

/** A sheet imported by the widget is text for `replaceSync`; the loader's brings the tokens. */
const sheetsAsText = {
  name: 'sheets-as-text',
  setup: (b) =>
    b.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const tokens = path.endsWith('loader.css') ? tokensCss('.ck') : '';
      const source = tokens + readFileSync(path, 'utf8');
      const { code } = await transform(source, { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    }),
};

const shared = {
  absWorkingDir: web,
  bundle: true,
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await Promise.all([
  build({
    ...shared,
    entryPoints: { widget: 'widget/loader.ts' },
    format: 'iife',
    plugins: [sheetsAsText],
    outdir: out,
  }),
  build({
    ...shared,
    entryPoints: { 'widget-panel': 'widget/panel/mount.ts' },
    format: 'esm',
    plugins: [sheetsAsText],
    outdir: out,
  }),
  build({
    ...shared,
    entryPoints: { 'console/console': 'console/main.tsx' },
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: out,
  }),
  build({
    ...shared,
    entryPoints: { 'console/console': 'console/console.css' },
    plugins: [consoleTokens],
    outdir: out,
  }),
]);
cpSync(join(web, 'console', 'index.html'), join(out, 'console', 'index.html'));
cpSync(join(web, 'widget', 'demo'), join(out, 'demo'), { recursive: true });

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{protocol,live,outbox,clocks,words,theme,console,widget,scripts}/**/*.test.ts'],
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The built extension in real browsers on real CRMs. One file after the other: two browsers at once starve each other. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.test.ts', 'tests/a11y/**/*.browser.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 300_000,
    // A test that means "within a second" says so.
    expect: { poll: { timeout: 10_000, interval: 50 } },
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit, contract and architecture tests. Tests of pages ask for jsdom at the top of their file. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: [
      'lib/**/*.test.{ts,tsx}',
      'components/**/*.test.{ts,tsx}',
      'tests/**/*.test.{ts,tsx}',
    ],
    exclude: ['**/node_modules/**', 'tests/e2e/**'],
    environment: 'node',
    setupFiles: [fileURLToPath(new URL('./setup.ts', import.meta.url))],
    // No test measures time: this only ends one that hangs, on a slow machine too.
    testTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});

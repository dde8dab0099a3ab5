import { add, check, NOTHING, runTool, vitest, type Tally } from './suite.ts';

/** The fast part: lint, format, types, and every test that needs no browser. Under a minute. */
export async function fastChecks(): Promise<Tally> {
  // WXT writes the types of its virtual modules; without them nothing can be type-checked.
  await runTool('wxt', ['prepare']);
  let tally = NOTHING;
  const linting = Promise.all([
    check('Lint', 'eslint', [
      '-c',
      'tests/eslint.config.js',
      '--cache',
      '--cache-location',
      '.cache/eslint',
      '.',
    ]),
    check('Format', 'prettier', ['--check', '--log-level', 'warn', '.']),
  ]);
  tally = add(tally, await check('Types', 'tsc', ['--noEmit', '-p', '.']));
  tally = add(
    tally,
    await check('Types of the core, without a DOM', 'tsc', ['--noEmit', '-p', 'lib/core']),
  );
  for (const result of await linting) tally = add(tally, result);
  return add(tally, await vitest('vitest'));
}

import { add, check, NOTHING, runTool, vitest, type Tally } from './suite.ts';

const CACHE = '.cache';

/** What reads the code: one after the other, since each takes a whole processor. */
async function readings(): Promise<Tally> {
  const lint = ['-c', 'tests/eslint.config.js', '--cache', '--cache-location', `${CACHE}/eslint`];
  const format = ['--check', '--log-level', 'warn', '--cache', '--cache-location'];
  let tally = await check('Lint', 'eslint', [...lint, '.']);
  tally = add(tally, await check('Format', 'prettier', [...format, `${CACHE}/prettier`, '.']));
  tally = add(tally, await check('Types', 'tsc', ['--noEmit', '-p', '.']));
  const core = ['--noEmit', '-p', 'lib/core'];
  return add(tally, await check('Types of the core, without a DOM', 'tsc', core));
}

/**
 * The fast part: lint, format, types, and every test that needs no browser. Side by side they are done in about
 * a minute; one after the other they leave a small machine's tests in peace.
 */
export async function fastChecks({ sideBySide }: { readonly sideBySide: boolean }): Promise<Tally> {
  // WXT writes the types of its virtual modules; without them nothing can be type-checked.
  await runTool('wxt', ['prepare']);
  if (!sideBySide) return add(await readings(), await vitest('vitest'));
  const both = await Promise.all([readings(), vitest('vitest')]);
  return both.reduce(add, NOTHING);
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastChecks } from './checks.ts';
import { add, check, exitCodeOf, ROOT, tallyLine, vitest } from './suite.ts';

/** Everything: the fast part, the builds for both browsers, and the built extension in real browsers on real CRMs. */
const closing = join(ROOT, '.cache', 'tally');
mkdirSync(join(ROOT, '.cache'), { recursive: true });
rmSync(closing, { force: true });

let tally = await fastChecks({ sideBySide: false });
tally = add(tally, await check('Build for Chrome', 'wxt', ['build']));
tally = add(tally, await check('Build for Firefox', 'wxt', ['build', '-b', 'firefox']));
tally = add(tally, await check('Build for the demo', 'wxt', ['build', '--mode', 'demo']));
tally = add(
  tally,
  await check('Build for the demo in Firefox', 'wxt', ['build', '-b', 'firefox', '--mode', 'demo']),
);
tally = add(tally, await vitest('e2e'));

writeFileSync(closing, `${tallyLine(tally)}\n`);
console.log(tallyLine(tally));
process.exitCode = exitCodeOf(tally);

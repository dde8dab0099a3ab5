import { fastChecks } from './checks.ts';
import { exitCodeOf, tallyLine } from './suite.ts';

const tally = await fastChecks({ sideBySide: true });
console.log(tallyLine(tally));
process.exitCode = exitCodeOf(tally);

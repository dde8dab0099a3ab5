import { fastChecks } from './checks.ts';
import { exitCodeOf, tallyLine } from './suite.ts';

const tally = await fastChecks();
console.log(tallyLine(tally));
process.exitCode = exitCodeOf(tally);

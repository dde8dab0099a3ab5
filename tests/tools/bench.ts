import { join } from 'node:path';
import { benchAssess } from '../benchmarks/assess-bench.ts';
import { benchBadges } from '../benchmarks/badge-bench.ts';
import { benchPage } from '../benchmarks/page-bench.ts';
import { benchTrial } from '../benchmarks/trial-bench.ts';
import { ROOT, runTool } from './suite.ts';

// npm run bench [-- assess|page|badges|trial]: all of it, or one part.
const part = process.argv[2];
if (part === undefined || part === 'assess') benchAssess();
if (part !== 'assess') {
  const built = await runTool('wxt', ['build', '--mode', 'demo']);
  const extension = join(ROOT, '.output', 'chrome-mv3-demo');
  const runs = (name: string): boolean => built === 0 && (part === undefined || part === name);
  if (runs('page')) await benchPage(extension);
  if (runs('badges')) await benchBadges(extension);
  if (runs('trial')) await benchTrial(extension);
  if (built !== 0) process.exitCode = built;
}

import { join } from 'node:path';
import { benchAssess } from '../benchmarks/assess-bench.ts';
import { benchBadges } from '../benchmarks/badge-bench.ts';
import { benchPage } from '../benchmarks/page-bench.ts';
import { ROOT, runTool } from './suite.ts';

// npm run bench [-- assess|page|badges]: all of it, or one part.
const part = process.argv[2];
if (part === undefined || part === 'assess') benchAssess();
if (part !== 'assess') {
  const built = await runTool('wxt', ['build', '--mode', 'demo']);
  const extension = join(ROOT, '.output', 'chrome-mv3-demo');
  if (built === 0 && part !== 'badges') await benchPage(extension);
  if (built === 0 && part !== 'page') await benchBadges(extension);
  if (built !== 0) process.exitCode = built;
}

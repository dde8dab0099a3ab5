import { join } from 'node:path';
import { benchAssess } from '../benchmarks/assess-bench.ts';
import { benchPage } from '../benchmarks/page-bench.ts';
import { ROOT, runTool } from './suite.ts';

// npm run bench [-- assess|page]: all of it, or one part.
const part = process.argv[2];
if (part === undefined || part === 'assess') benchAssess();
if (part === undefined || part === 'page') {
  const built = await runTool('wxt', ['build', '--mode', 'demo']);
  if (built === 0) await benchPage(join(ROOT, '.output', 'chrome-mv3-demo'));
  else process.exitCode = built;
}

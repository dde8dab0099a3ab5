import { runTool } from './suite.ts';

process.exitCode = await runTool('wxt', ['build', ...process.argv.slice(2)]);

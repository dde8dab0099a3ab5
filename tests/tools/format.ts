import { runTool } from './suite.ts';

process.exitCode = await runTool('prettier', ['--write', '--log-level', 'warn', '.']);

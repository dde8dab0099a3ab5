import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from './say.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How many checks passed, failed and were left out. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The line that a run closes with. */
export const tallyLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** A run that failed somewhere, or in which nothing ran, is a failed run. */
export const exitCodeOf = ({ passed, failed }: Tally): number =>
  failed > 0 || passed === 0 ? 1 : 0;

const bin = (name: string): string => join(ROOT, 'node_modules', name);

/** The project's own command-line tools, each as a script that Node runs: no shell, the same on every system. */
export const TOOLS = {
  eslint: bin('eslint/bin/eslint.js'),
  prettier: bin('prettier/bin/prettier.cjs'),
  tsc: bin('typescript/bin/tsc'),
  vitest: bin('vitest/vitest.mjs'),
  wxt: bin('wxt/bin/wxt.mjs'),
} as const;

/** Runs a tool with its output passed through; resolves with its exit code. */
export function runTool(tool: keyof typeof TOOLS, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [TOOLS[tool], ...args], { cwd: ROOT, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** Runs a tool as one check: passed when it exits with 0. */
export async function check(
  title: string,
  tool: keyof typeof TOOLS,
  args: readonly string[],
): Promise<Tally> {
  const started = Date.now();
  say(`${title} …`);
  const code = await runTool(tool, args);
  say(
    `${title}: ${code === 0 ? 'passed' : 'failed'} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** Runs tests with one of the configurations under tests/ and counts them. A run without a report has failed. */
export async function vitest(config: string, args: readonly string[] = []): Promise<Tally> {
  const report = join(ROOT, '.cache', `${config}.json`);
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  say(`Tests (${config}) …`);
  const code = await runTool('vitest', [
    'run',
    '--config',
    `tests/${config}.config.ts`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  const tally = readReport(report);
  const missed = code !== 0 && tally.failed === 0;
  return missed ? { ...tally, failed: 1 } : tally;
}

function readReport(path: string): Tally {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { ...NOTHING, failed: 1 };
  }
}

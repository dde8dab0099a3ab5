// node tests/tools/start.mjs <task> [args]
// Runs tests/tools/<task>.ts on Node 26. Works on any Node from 20 with nothing installed yet.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const tools = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(tools));

/** @param {string} task */
async function prepare(task) {
  // Loaded here, after the version check: an older Node fails on their syntax or on node: modules.
  const { PlainError } = await import('./plain/step.mjs');
  const { ensureInstalled } = await import('./plain/dependencies.mjs');
  const { ensureNode26 } = await import('./plain/node26.mjs');
  const file = join(tools, `${task}.ts`);
  if (!/^[\w-]+$/.test(task) || !existsSync(file)) {
    throw new PlainError(`There is no task "${task}". There are: ${listTasks().join(', ')}.`);
  }
  await ensureInstalled(root, 'Installing what Dealside needs (npm ci, once)');
  return { node: await ensureNode26(root), file };
}

/** The tasks are what package.json runs through this file; other files beside it are their parts. */
function listTasks() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const tasks = Object.values(scripts).map((line) => /start\.mjs (\S+)/.exec(line)?.[1]);
  return [...new Set(tasks.filter(Boolean))].sort();
}

/**
 * @param {string} node
 * @param {string[]} args
 */
function run(node, args) {
  // Windows calls it Path; a second PATH beside it would hide the first.
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const bins = [dirname(node), join(root, 'node_modules', '.bin'), process.env[key] ?? ''];
  const env = { ...process.env, [key]: bins.join(delimiter) };
  const child = spawn(node, args, { stdio: 'inherit', env });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  endWithNpm(() => child.kill('SIGTERM'));
  child.once('error', (error) => fail(`${node} could not be run: ${error.message}`));
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1));
  });
}

/**
 * npm killed outright cannot pass that on: notice that the processes above have changed.
 * @param {() => void} end
 */
function endWithNpm(end) {
  if (!process.env['npm_lifecycle_event']) return;
  const before = processesAbove();
  setInterval(() => processesAbove() !== before && end(), 1000).unref();
}

/** The parent, and where that is the shell which npm puts between, its parent too: npm. */
function processesAbove() {
  const stat = `/proc/${process.ppid}/stat`; // "123 (sh) S 122 …"; there only on Linux
  if (!existsSync(stat)) return `${process.ppid}`;
  const shell = /\((?:sh|dash|bash)\) \S (\d+)/.exec(readFileSync(stat, 'utf8'));
  return `${process.ppid} of ${shell?.[1] ?? '?'}`;
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const [task = '', ...args] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(
    `Dealside needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}. Install it from nodejs.org.`,
  );
} else {
  prepare(task).then(
    ({ node, file }) => run(node, [file, ...args]),
    (error) => fail(error.name === 'PlainError' ? error.message : error.stack),
  );
}

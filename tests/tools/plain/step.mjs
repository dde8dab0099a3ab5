// Plain JavaScript: start.mjs needs this before any dependency and before Node 26 is there.
import { spawn } from 'node:child_process';

/** A failure that a person can act on: what went wrong, and what mends it. Printed without a stack. */
export class PlainError extends Error {
  /**
   * @param {string} message what went wrong and how to mend it
   * @param {{ cause?: unknown }} [options]
   */
  constructor(message, options) {
    super(message, options);
    this.name = 'PlainError';
  }
}

/**
 * Prints one line of progress. On stderr, because stdout belongs to results that scripts read.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`▸ ${line}\n`);
}

const TICK_MS = 10_000;
const FIRST_LINES = 5; // where npm says what is wrong
const LAST_LINES = 12; // where nearly everybody else does

/** @param {number} since */
const seconds = (since) => Math.round((Date.now() - since) / 1000);

/** @param {string} text */
function essence(text) {
  const lines = text.trimEnd().split('\n');
  if (lines.length <= FIRST_LINES + LAST_LINES) return lines.join('\n');
  return [...lines.slice(0, FIRST_LINES), '…', ...lines.slice(-LAST_LINES)].join('\n');
}

/**
 * Runs a command that may take long: says that it starts, how long it has been running, and
 * that it is done. Its own output is kept back; if it fails, the beginning and the end are shown.
 * @param {object} step
 * @param {string} step.title what is being done, for a person
 * @param {string} step.command
 * @param {string[]} step.args
 * @param {string} [step.cwd]
 * @param {NodeJS.ProcessEnv} [step.env]
 * @param {AbortSignal | undefined} [step.signal] ends the command
 * @param {(line: string) => void} [step.say]
 * @param {boolean} [step.shell] Windows starts npm (a .cmd file) only through a shell
 * @returns {Promise<string>} what the command printed
 */
export async function runStep({ title, command, args, cwd, env, signal, shell, ...rest }) {
  const tell = rest.say ?? say;
  const started = Date.now();
  tell(`${title} …`);
  const ticker = setInterval(() => tell(`  still at it: ${title}, ${seconds(started)} s`), TICK_MS);
  try {
    const { code, output } = await collect(command, args, { cwd, env, signal, shell });
    if (code !== 0) throw new PlainError(`${title}: failed (${code}).\n${essence(output)}`);
    tell(`  done in ${seconds(started)} s`);
    return output;
  } finally {
    clearInterval(ticker);
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ code: number | string | null, output: string }>}
 */
function collect(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) =>
      reject(new PlainError(`${command} could not be run: ${error.message}`, { cause: error })),
    );
    child.once('close', (code, killer) => resolve({ code: code ?? killer, output }));
  });
}

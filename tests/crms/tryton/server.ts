import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../../tools/say.ts';
import type { StartOptions } from '../crm.ts';
import { PYTHON } from './database.ts';
import { DATABASE } from './users.ts';

const PATIENCE_MS = 60_000;
const KEPT = 2000; // characters of the server's own output, shown if it does not start

/** Runs the server in its folder until the returned function is called, or this process ends. */
export async function runServer(
  run: { folder: string; config: string },
  port: number,
  { say, signal }: StartOptions,
): Promise<() => Promise<void>> {
  say('Starting Tryton …');
  const started = Date.now();
  const script = join(import.meta.dirname, 'serve.py');
  const server = spawn(PYTHON, [script, run.config, DATABASE, run.folder], {
    stdio: ['pipe', 'ignore', 'pipe'], // the pipe to its stdin is what keeps it alive
  });
  let output = '';
  server.stderr.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-KEPT);
  });
  const stop = (): Promise<void> => end(server);
  signal?.addEventListener('abort', () => void stop(), { once: true });
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new PlainError(`Tryton did not start.\n${output}`);
    if (Date.now() - started > PATIENCE_MS) {
      await stop();
      throw new PlainError(`Tryton did not answer within a minute.\n${output}`);
    }
    await sleep(200);
  }
  say(`  answers after ${Math.round((Date.now() - started) / 1000)} s`);
  return stop;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.stdin?.end();
  await gone;
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok;
  } catch {
    return false;
  }
}

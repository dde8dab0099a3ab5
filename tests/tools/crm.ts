// npm run crm -- <atomic|tryton> [--port N]
// Starts one CRM with the seeded deals and prints where it is as one JSON line on stdout.
import { parseArgs } from 'node:util';
import type { CrmName } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import { runTask } from './run-task.ts';
import { PlainError, say } from './say.ts';
import { aborted, endSignal } from './stop.ts';

const USAGE = 'Usage: npm run crm -- <atomic|tryton> [--port N]';

const signal = endSignal();

async function main(): Promise<void> {
  const { name, port } = readArguments();
  const crm = await startCrm(name, { port, say, signal });
  const { url, deal, login, password } = crm;
  process.stdout.write(`${JSON.stringify({ url, deal, login, password })}\n`);
  say(`${name} runs at ${url} until you press Ctrl-C`);
  await aborted(signal);
  await crm.stop();
}

function readArguments(): { name: CrmName; port: number } {
  const { positionals, values } = parse();
  const [name] = positionals;
  const port = Number(values.port ?? 0);
  if (name !== 'atomic' && name !== 'tryton') throw new PlainError(USAGE);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new PlainError(`"${values.port}" is no port. ${USAGE}`);
  }
  return { name, port };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } });
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n${USAGE}`);
  }
}

await runTask(main, signal);

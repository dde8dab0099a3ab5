// npm run demo [-- --crm atomic|tryton] [--headless] [--out DIR]
// Builds the extension, starts a CRM with seeded deals, and opens the browser on it. Without a display it
// plays a short tour instead, and writes pictures and tour.json.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CrmName, RunningCrm } from '../crms/crm.ts';
import { localToday } from '../crms/seed.ts';
import { startCrm } from '../crms/start.ts';
import { findChromium, hasDisplay, launchWithExtension, type Launched } from './browser.ts';
import { setClock } from './demo/clock.ts';
import { stayOpen } from './demo/stay.ts';
import { playTour } from './demo/tour.ts';
import { runTask } from './run-task.ts';
import { PlainError, say } from './say.ts';
import { endSignal } from './stop.ts';
import { ROOT, runTool } from './suite.ts';

const USAGE = 'Usage: npm run demo [-- --crm atomic|tryton] [--headless] [--out DIR]';

interface Wish {
  readonly crm: CrmName;
  readonly headless: boolean;
  readonly out: string;
}

const signal = endSignal();

async function main(): Promise<void> {
  const wish = readArguments();
  say('Building the extension …');
  const code = await runTool('wxt', ['build', '--mode', 'demo']);
  if (code !== 0) throw new PlainError('The extension could not be built: see above.');
  const browser = await findChromium({ say, signal });
  const crm = await startCrm(wish.crm, { say, signal, today: localToday() });
  try {
    const launched = await launchWithExtension({
      browser,
      extensionDir: resolve(ROOT, '.output/chrome-mv3-demo'),
      headless: wish.headless,
      viewport: wish.crm === 'tryton' ? { width: 1640, height: 900 } : { width: 1280, height: 900 },
    });
    try {
      await show(wish, crm, launched);
    } finally {
      await launched.close();
    }
  } finally {
    await crm.stop();
  }
}

async function show(wish: Wish, crm: RunningCrm, launched: Launched): Promise<void> {
  if (!wish.headless) {
    await stayOpen(wish.crm, crm, launched, signal);
    return;
  }
  const clock = localToday();
  await setClock(launched, clock);
  await playTour({ name: wish.crm, crm, launched, clock, out: wish.out });
}

function readArguments(): Wish {
  const { crm = 'atomic', headless, out = '.cache/demo' } = parse();
  if (crm !== 'atomic' && crm !== 'tryton')
    throw new PlainError(`There is no CRM "${crm}" here. ${USAGE}`);
  const blind = !hasDisplay();
  if (blind && headless !== true)
    say('There is no display here, so this plays the tour without a window.');
  return { crm, headless: blind || headless === true, out: resolve(out) };
}

function parse(): { crm?: string; headless?: boolean; out?: string } {
  try {
    return parseArgs({
      options: { crm: { type: 'string' }, headless: { type: 'boolean' }, out: { type: 'string' } },
    }).values;
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n${USAGE}`);
  }
}

await runTask(main, signal);

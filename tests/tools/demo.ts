// npm run demo [-- --crm atomic|tryton] [--headless] [--out DIR]
// Builds the extension, starts a CRM with deals in it, and opens a browser on it. Without a window it plays
// a short tour and leaves pictures and tour.json in DIR.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CrmName } from '../crms/crm.ts';
import { localToday } from '../crms/seed.ts';
import { startCrm } from '../crms/start.ts';
import { findChromium, hasDisplay, launchWithExtension } from './browser.ts';
import { playTour } from './demo/tour.ts';
import { LeftOut } from './left-out.ts';
import { PlainError, say } from './say.ts';
import { aborted, endSignal } from './stop.ts';
import { ROOT, runTool } from './suite.ts';

const USAGE = 'Usage: npm run demo [-- --crm atomic|tryton] [--headless] [--out DIR]';

interface Wishes {
  readonly crm: CrmName;
  readonly headless: boolean;
  readonly out: string;
}

function readWishes(): Wishes {
  const options = {
    crm: { type: 'string', default: 'atomic' },
    headless: { type: 'boolean', default: false },
    out: { type: 'string', default: join(ROOT, '.cache', 'demo') },
  } as const;
  try {
    const { crm, headless, out } = parseArgs({ options }).values;
    if (crm !== 'atomic' && crm !== 'tryton') throw new PlainError(`There is no CRM "${crm}".`);
    return { crm, headless: headless || !hasDisplay(), out: resolve(out) };
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n${USAGE}`);
  }
}

async function main(signal: AbortSignal): Promise<void> {
  const wishes = readWishes();
  say('Building the extension for the demo …');
  const built = await runTool('wxt', ['build', '--mode', 'demo']);
  if (built !== 0)
    throw new PlainError('The extension could not be built; what is wrong stands above.');
  const browser = await findChromium({ say, signal });
  const today = localToday();
  const crm = await startCrm(wishes.crm, { say, today, signal });
  const extensionDir = join(ROOT, '.output', 'chrome-mv3-demo');
  const viewport = { width: wishes.crm === 'tryton' ? 1440 : 1280, height: 860 };
  const launched = await launchWithExtension({
    browser,
    extensionDir,
    headless: wishes.headless,
    viewport,
  });
  try {
    const { context } = launched;
    const page = context.pages()[0] ?? (await context.newPage());
    const stage = { name: wishes.crm, crm, page, today };
    if (wishes.headless) {
      await playTour(stage, wishes.out);
    } else {
      await page.goto(crm.deal);
      say(
        `The deal is open. Log in${crm.login ? ` as ${crm.login}, password ${crm.password}` : ': not needed'}. Close the browser or press Ctrl-C to end.`,
      );
      await Promise.race([aborted(signal), new Promise((done) => context.once('close', done))]);
    }
  } finally {
    await launched.close().catch(() => undefined);
    await crm.stop();
  }
}

const signal = endSignal();
try {
  await main(signal);
} catch (error) {
  const plain = error instanceof PlainError || error instanceof LeftOut;
  if (!signal.aborted)
    process.stderr.write(`${plain ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = signal.aborted ? 0 : 1;
}
// Whatever still holds the process open, such as a browser's kept-alive connection, ends here.
process.exit();

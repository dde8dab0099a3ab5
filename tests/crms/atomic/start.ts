import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from '../../tools/plain/dependencies.mjs';
import { withLock } from '../../tools/plain/lock.mjs';
import { runStep } from '../../tools/say.ts';
import { hashOf, isFresh, writeStamp } from '../../tools/stamp.ts';
import type { RunningCrm, StartOptions } from '../crm.ts';
import { localToday, seedDeals } from '../seed.ts';
import { toAtomic } from './records.ts';
import { serve } from './serve.ts';

const here = import.meta.dirname;
const dist = join(here, '.cache', 'dist');

/**
 * Starts Atomic CRM with the seeded deals on 127.0.0.1. It keeps its data in the page: a reload
 * puts everything back. It ends with this process.
 */
export async function startAtomic(options: StartOptions): Promise<RunningCrm> {
  await build(options);
  const deals = seedDeals(options.today ?? localToday());
  const { origin, stop } = await serve(dist, toAtomic(deals), options.port);
  const page = (index: number): string => `${origin}/#/deals/${index + 1}/show`;
  return {
    url: `${origin}/#/deals`,
    deal: page(0),
    deals: new Map(deals.map((deal, index) => [deal.key, page(index)])),
    login: '',
    password: '',
    logins: [],
    stop,
  };
}

/** Installs and builds Atomic CRM, unless that is done and nothing it is made from has changed. */
async function build({ say, signal }: StartOptions): Promise<void> {
  const inputs = [
    'package-lock.json',
    'vite.config.js',
    ...globSync('app/*', { cwd: here }).sort(),
  ];
  const hash = hashOf(inputs.map((file) => join(here, file)));
  const stamp = join(here, '.cache', 'built');
  if (isFresh(stamp, hash)) return;
  await ensureInstalled(here, 'Installing Atomic CRM (npm ci, once, under a minute)', {
    say,
    signal,
  });
  await withLock(join(here, '.cache', 'build.lock'), async () => {
    if (isFresh(stamp, hash)) return;
    await runStep({
      title: 'Building Atomic CRM (once)',
      command: process.execPath,
      args: [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--outDir', dist],
      cwd: here,
      say,
      signal,
    });
    writeStamp(stamp, hash);
  });
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Standing } from '../../../lib/core/assessment.ts';
import type { CrmName, RunningCrm } from '../../crms/crm.ts';
import { atomicScript } from './atomic-script.ts';
import { PlainError, say } from '../say.ts';
import { trytonScript } from './tryton-script.ts';

/** Where the tour is played: a CRM with the seeded deals, and a page of a browser with the extension. */
export interface Stage {
  readonly name: CrmName;
  readonly crm: RunningCrm;
  readonly page: Page;
  /** The day from which the deals were seeded, as YYYY-MM-DD. */
  readonly today: string;
}

/** One stop of the tour: what is done, and which standing the card must come to. */
export interface Stop {
  readonly file: string;
  readonly what: string;
  readonly standing: Standing;
  readonly play: (stage: Stage) => Promise<void>;
}

interface Seen {
  readonly file: string;
  readonly deal: string | null;
  readonly standing: string | null;
  readonly what: string;
}

/** Plays the tour, and writes a picture of every stop and tour.json into the folder. Throws when a stop does not come to its standing. */
export async function playTour(stage: Stage, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const stops = stage.name === 'atomic' ? atomicScript : trytonScript;
  const steps: Seen[] = [];
  for (const stop of stops) {
    say(stop.what);
    await stop.play(stage);
    steps.push(await see(stage.page, stop, folder));
  }
  const standings = [...new Set(steps.map(({ standing }) => standing))];
  const tour = { crm: stage.name, clock: stage.today, standings, steps };
  await writeFile(join(folder, 'tour.json'), `${JSON.stringify(tour, null, 2)}\n`);
  say(`${steps.length} pictures and tour.json are in ${folder}`);
}

async function see(page: Page, stop: Stop, folder: string): Promise<Seen> {
  const host = page.locator(`dealside-card[data-standing="${stop.standing}"]`);
  const file = `${stop.file}.png`;
  try {
    await host.waitFor({ state: 'attached', timeout: 15_000 });
  } catch {
    await page.screenshot({ path: join(folder, file) });
    const stands = await page
      .locator('dealside-card')
      .getAttribute('data-standing')
      .catch(() => 'no card');
    throw new PlainError(
      `"${stop.what}" should have come to "${stop.standing}", and the card says "${stands ?? 'nothing'}". See ${file}.`,
    );
  }
  await page.screenshot({ path: join(folder, file), animations: 'disabled' });
  const deal = await page.locator('dealside-card').getAttribute('data-deal');
  return { file, deal, standing: stop.standing, what: stop.what };
}

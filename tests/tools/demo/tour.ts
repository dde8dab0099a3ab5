import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errors, type Page } from 'playwright-core';
import type { Standing } from '../../../lib/core/assessment.ts';
import type { CrmName, RunningCrm } from '../../crms/crm.ts';
import { standingOn } from '../../e2e/pages/card.ts';
import type { Launched } from '../browser.ts';
import { PlainError, say } from '../say.ts';
import { atomicSteps } from './atomic-steps.ts';
import { trytonSteps } from './tryton-steps.ts';

/** What a step of the tour has to work with. */
export interface Stage {
  readonly page: Page;
  readonly crm: RunningCrm;
  /** The day that counts as today, as an ISO date. */
  readonly clock: string;
}

/** One stop of the tour: something is done on the page, and the card then says where the deal stands. */
export interface Step {
  readonly file: string;
  /** The deal's key in the seed list. */
  readonly deal: string;
  readonly standing: Standing;
  /** What there is to be seen, in a sentence. */
  readonly what: string;
  readonly play: (stage: Stage) => Promise<void>;
}

interface Tour {
  readonly name: CrmName;
  readonly crm: RunningCrm;
  readonly launched: Launched;
  readonly clock: string;
  readonly out: string;
}

interface Seen {
  readonly file: string;
  readonly deal: string;
  readonly standing: string;
  readonly what: string;
}

const ALL: readonly Standing[] = ['counts', 'edge', 'out', 'unknown', 'none'];
const PATIENCE_MS = 20_000;

/** Plays the tour, and writes a picture of each stop and `tour.json`. Throws unless every standing was seen. */
export async function playTour({ name, crm, launched, clock, out }: Tour): Promise<void> {
  await mkdir(out, { recursive: true });
  await rm(join(out, 'tour.json'), { force: true });
  const page = await launched.context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const steps: Seen[] = [];
  for (const step of name === 'tryton' ? trytonSteps : atomicSteps) {
    await step.play({ page, crm, clock });
    steps.push(await look(page, step, out));
  }
  const standings = [...new Set(steps.map(({ standing }) => standing))];
  const tour = { crm: name, clock, standings, steps };
  await writeFile(join(out, 'tour.json'), `${JSON.stringify(tour, null, 2)}\n`);
  const missing = ALL.filter((standing) => !standings.includes(standing));
  if (missing.length > 0) {
    throw new PlainError(
      `The tour did not see every standing: ${missing.join(', ')} is missing. The pictures in ${out} show what the card said.`,
    );
  }
  say(`${steps.length} pictures and tour.json are in ${out}`);
}

/** Waits for the standing that the step leads to, and takes the picture of whatever is there. */
async function look(page: Page, step: Step, out: string): Promise<Seen> {
  const { file, deal, what } = step;
  try {
    await page
      .locator(`dealside-card[data-standing="${step.standing}"]`)
      .waitFor({ state: 'attached' });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
  }
  const standing = (await standingOn(page)) ?? 'no card';
  await page.locator('dealside-card .ds-scroll').evaluate((list) => {
    list.scrollTop = 0;
  });
  await page.screenshot({ path: join(out, file), animations: 'disabled' });
  say(`${file}: ${standing} (${what})`);
  return { file, deal, standing, what };
}

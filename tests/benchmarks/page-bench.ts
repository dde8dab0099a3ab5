import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { startAtomic } from '../crms/atomic/start.ts';
import { findChromium, launchWithExtension, type Launched } from '../tools/browser.ts';
import { say } from '../tools/say.ts';
import { ROOT } from '../tools/suite.ts';
import { median } from './compare.ts';
import { costOf, dealToCard, keyDelays, prepare, type PageCost } from './page-measures.ts';

const ROUNDS = 9;
const TYPED = 'the quick brown fox jumps over the lazy dog, and then the '.repeat(4).slice(0, 200);

/** One side of the comparison: a browser with Dealside in it, or with an extension that does nothing. */
interface Side {
  readonly page: Page;
  readonly session: CDPSession;
  readonly board: PageCost[];
  readonly deal: PageCost[];
  readonly delays: number[];
  readonly toCard: number[];
}

function emptyExtension(): string {
  const folder = join(ROOT, '.cache', 'empty-extension');
  mkdirSync(folder, { recursive: true });
  const manifest = { manifest_version: 3, name: 'Nothing', version: '1' };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

async function sideIn({ context }: Launched): Promise<Side> {
  const page = await context.newPage();
  const session = await prepare(page);
  return { page, session, board: [], deal: [], delays: [], toCard: [] };
}

/** Waits until the page has nothing left to do: its cost is then whole. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve))),
  );

async function load(side: Side, url: string, ready: string): Promise<PageCost> {
  await side.page.goto('about:blank');
  await side.page.goto(url);
  await side.page.locator(ready).first().waitFor();
  await atRest(side.page);
  return costOf(side.page, side.session);
}

async function measure(side: Side, board: string, deal: string, carded: boolean): Promise<void> {
  side.board.push(await load(side, board, '[data-rfd-draggable-id]'));
  side.deal.push(
    await load(side, deal, carded ? 'dealside-card[data-standing]' : '[role=dialog] h5'),
  );
  if (carded) side.toCard.push(await dealToCard(side.page));
  await side.page.locator('[role=dialog]').getByRole('link', { name: 'Edit' }).click();
  const name = side.page.locator('[role=dialog] input[name=name]');
  await name.click();
  await side.page.keyboard.type(TYPED, { delay: 40 });
  side.delays.push(...(await keyDelays(side.page)).slice(-TYPED.length));
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

function printPage(name: string, ours: readonly PageCost[], bare: readonly PageCost[]): void {
  const ratio = (field: keyof PageCost): string =>
    `${(median(ours.map((cost) => cost[field])) / median(bare.map((cost) => cost[field]))).toFixed(3)} ×`;
  const longest = (costs: readonly PageCost[]): string =>
    `${median(costs.map((cost) => cost.longest)).toFixed(0)} ms`;
  console.log(
    `  ${name}: script ${ratio('script')}, tasks ${ratio('task')}, heap ${ratio('heap')}`,
  );
  console.log(`    longest task (median): ${longest(ours)} with, ${longest(bare)} without`);
}

/** Prints what the extension adds to the real Atomic CRM: with it against an extension that does nothing, in turn. */
export async function benchPage(extensionDir: string): Promise<void> {
  const crm = await startAtomic({ say });
  const browser = await findChromium({ say });
  const launched = [
    await launchWithExtension({ browser, extensionDir, headless: true }),
    await launchWithExtension({ browser, extensionDir: emptyExtension(), headless: true }),
  ] as const;
  try {
    const [ours, bare] = [await sideIn(launched[0]), await sideIn(launched[1])];
    for (let round = 0; round <= ROUNDS; round += 1) {
      // The first round warms both browsers up, and is thrown away.
      if (round === 1) for (const side of [ours, bare]) clear(side);
      await measure(ours, crm.url, crm.deal, true);
      await measure(bare, crm.url, crm.deal, false);
    }
    console.log(`\nAtomic CRM with Dealside against without, medians of ${ROUNDS} loads each`);
    printPage('board', ours.board, bare.board);
    printPage('deal ', ours.deal, bare.deal);
    const added = p95(ours.delays) - p95(bare.delays);
    console.log(
      `  typing ${TYPED.length} characters: p95 from key to frame ${(p95(ours.delays) / p95(bare.delays)).toFixed(2)} × (${added.toFixed(1)} ms added)`,
    );
    console.log(
      `  from the deal's fields on the page to the card being right: ${median(ours.toCard).toFixed(0)} ms (median)`,
    );
  } finally {
    for (const one of launched) await one.close();
    await crm.stop();
  }
}

function clear({ board, deal, delays, toCard }: Side): void {
  for (const list of [board, deal, delays, toCard]) list.length = 0;
}

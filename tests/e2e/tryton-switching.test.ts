import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seedDeals } from '../crms/seed.ts';
import { gateOn, hostOn, openCard, readOn, seeCard } from './pages/card.ts';
import { sampleCard } from './pages/sample.ts';
import * as tryton from './pages/tryton.ts';
import { picture } from './pictures.ts';
import { openWorld, startOrLeaveOut, TODAY, type World } from './world.ts';

const VELDEN = 'Warehouse scanners, three sites';
const BRIGHTWATER = 'Route planning rollout';

const crm = await startOrLeaveOut('tryton');
const deals = seedDeals(TODAY);

/** A deal's name by what the card's host says of it. */
const nameOf = (deal: string): string | undefined =>
  deals[Number(deal.replace('tryton:', '')) - 1]?.name;

/** What the card may say about the window of a deal that is not over. */
function windowOf(deal: string): string | undefined {
  const seeded = deals[Number(deal.replace('tryton:', '')) - 1];
  if (!seeded || seeded.stage === 'won' || seeded.stage === 'lost') return '';
  if (seeded.closeDate === 'unreadable') return 'No close date yet; our window is 30';
  const { days } = Temporal.PlainDate.from(TODAY).until(seeded.closeDate, { largestUnit: 'days' });
  return days < 0
    ? `The close date passed ${-days} days ago`
    : `Closes in ${days} days; our window is 30`;
}

describe.skipIf(!crm)('from one deal to the next in Tryton', () => {
  let world: World;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    world = await openWorld({ viewport: tryton.VIEWPORT });
  });
  afterAll(async () => {
    await world.close();
    await crm!.stop();
  });
  beforeEach(async () => {
    errors = [];
    page = await world.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await tryton.logIn(page, crm!);
    return async () => {
      await page.close();
      expect(errors).toEqual([]);
    };
  });
  const shownDeal = async (): Promise<string | null | undefined> => (await seeCard(page))?.deal;
  /** The card has come to rest on the deal that the form shows. */
  const agrees = async (): Promise<boolean> =>
    nameOf((await shownDeal()) ?? '') === (await tryton.nameIn(page));

  test('"next" and "previous" move the card to the other deal’s facts', async () => {
    await tryton.openFromList(page, VELDEN);
    await openCard(page, 'tryton:1');
    expect(await readOn(page, 'A real amount')).toBe('Amount: €23,150');
    await tryton.next(page);
    await expect.poll(shownDeal).not.toBe('tryton:1');
    await expect.poll(agrees).toBe(true);
    const there = (await shownDeal()) ?? '';
    expect((await seeCard(page))?.window).toBe(windowOf(there));
    await picture(page, 'tryton-next');
    await tryton.previous(page);
    await openCard(page, 'tryton:1');
    expect(await readOn(page, 'A real amount')).toBe('Amount: €23,150');
    await expect.poll(() => gateOn(page, 'In the window')).toBe('met');
  });

  test('as fast as Tryton goes, no frame ever shows one deal’s facts under another’s name', async () => {
    await tryton.openFromList(page, VELDEN);
    await openCard(page, 'tryton:1');
    const stop = await sampleCard(page);
    const { next, previous } = tryton;
    for (const to of [next, next, next, previous, next, previous, previous, next, next, next]) {
      await tryton.turn(page, to);
    }
    await expect.poll(agrees).toBe(true);
    for (const to of [previous, previous, next]) {
      await tryton.turn(page, to);
      await expect.poll(agrees).toBe(true);
    }
    // The host may speak a moment before the card does; what the card shows by then is nobody's.
    const samples = (await stop()).filter(
      ({ deal, name }) => deal !== null && name !== 'This deal',
    );
    const seen = new Set(samples.map(({ deal }) => deal));
    expect(seen.size).toBeGreaterThanOrEqual(3);
    for (const { deal, name, window } of samples) {
      expect({ deal, name, window }).toEqual({
        deal,
        name: nameOf(deal!),
        window: windowOf(deal!),
      });
    }
  });

  test('another tab of Tryton’s has its own deal, and the pane behind it is not read', async () => {
    await tryton.openByAddress(page, crm!.deals.get('brightwater')!, BRIGHTWATER);
    await openCard(page, 'tryton:2');
    expect(await readOn(page, 'A real amount')).toBe('Amount: €48,000');
    await tryton.openByAddress(page, crm!.deals.get('velden')!, VELDEN);
    await openCard(page, 'tryton:1');
    await tryton.typeInto(page, 'amount', '1');
    await expect.poll(() => readOn(page, 'A real amount')).toBe('Amount: €1');
    await tryton.frontTab(page, 2);
    await openCard(page, 'tryton:2');
    expect(await readOn(page, 'A real amount')).toBe('Amount: €48,000');
  });

  test('back to the list the card goes, and leaves nothing behind', async () => {
    await tryton.openFromList(page, VELDEN);
    await openCard(page, 'tryton:1');
    await tryton.switchView(page);
    await expect.poll(() => hostOn(page).count()).toBe(0);
    const traces = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) =>
          [element.tagName, ...element.getAttributeNames(), ...element.classList].some((text) =>
            text.toLowerCase().includes('dealside'),
          ),
        )
        .map(({ tagName }) => tagName),
    );
    // The list's own badges are all that there may be.
    expect(traces.filter((tag) => tag !== 'DEALSIDE-BADGE')).toEqual([]);
    await picture(page, 'tryton-list');
    await tryton.switchView(page);
    await openCard(page, 'tryton:1');
  });
});

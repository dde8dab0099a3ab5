import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCard, readOn, seeCard } from './pages/card.ts';
import {
  answerAsks,
  compared,
  forgetCrms,
  inPicker,
  pointAt,
  startFromOptions,
  storedReading,
} from './pages/picker.ts';
import * as tryton from './pages/tryton.ts';
import { picture } from './pictures.ts';
import { openWorld, startOrLeaveOut, type World } from './world.ts';

const VELDEN = 'Warehouse scanners, three sites';
const KESTREL = 'Service desk renewal and extension';
const OWN = 'custom-harbour-crm';

const crm = await startOrLeaveOut('tryton');
afterAll(() => crm?.stop());

describe.skipIf(!crm)('Tryton as if nobody knew it', () => {
  let world: World;
  let page: Page;
  beforeEach(async () => {
    world = await openWorld({ viewport: tryton.VIEWPORT });
    page = await world.newPage();
  });
  afterEach(() => world.close());

  test('is pointed at, tried on a second deal and saved, and then reads what the built-in adapter reads', async () => {
    await tryton.logIn(page, crm!);
    await tryton.openFromList(page, VELDEN);
    await openCard(page, 'tryton:1');
    const known = await seeCard(page);
    await expect.poll(() => storedReading(world, 'tryton', '1')).toBeDefined();
    const stored = await storedReading(world, 'tryton', '1');

    await forgetCrms(world, ['tryton']);
    await page.reload();
    await tryton.showsName(page, VELDEN);
    await startFromOptions(world, crm!.url);
    await inPicker(page, '.ds-pick').waitFor();
    const field = (name: string) => tryton.fieldOf(page, name);
    expect(await pointAt(page, 'name', field('description'))).toBe(VELDEN);
    expect(await pointAt(page, 'amount', field('amount'))).toBe('23,150');
    // The page's language is English, which leaves open what comes first.
    expect(await pointAt(page, 'closeDate', field('end_date'))).toContain('in two ways');
    await picture(page, 'picker-tryton-ask');
    await inPicker(page, '.ds-pick-ask').getByRole('button', { name: 'Jul 1, 2026' }).click();
    const state = page.locator('#tabcontent > .tab-pane.active select[name="state"]');
    const label = await pointAt(page, 'stage', state);
    expect(await pointAt(page, 'account', field('party'))).toBe('Velden Logistics');
    await picture(page, 'picker-tryton');
    await answerAsks(page, { currency: 'EUR', won: 'Converted', lost: 'Lost' });

    await inPicker(page, 'button').filter({ hasText: 'second deal' }).click();
    await tryton.openByAddress(page, crm!.deals.get('kestrel')!, KESTREL);
    // Tryton keeps the first deal in a pane behind, with inputs of the same names.
    await expect.poll(async () => (await compared(page)).name).toEqual([VELDEN, KESTREL]);
    expect(await compared(page)).toMatchObject({
      amount: ['€23,150', '€117,549.99'],
      closeDate: ['Jul 1, 2026', 'Jul 3, 2026'],
    });
    await inPicker(page, '.ds-pick').getByLabel('What is this CRM called?').fill('Harbour CRM');
    await picture(page, 'picker-tryton-second');
    await inPicker(page, 'button')
      .filter({ hasText: /^Save$/ })
      .click();
    await inPicker(page, '.ds-pick').getByText('Harbour CRM is saved').waitFor();
    await inPicker(page, '.ds-actions button').filter({ hasText: 'Close' }).click();

    await openCard(page, `${OWN}:3`);
    await tryton.openByAddress(page, crm!.deals.get('velden')!, VELDEN);
    await openCard(page, `${OWN}:1`);
    const own = await seeCard(page);
    expect([own?.name, own?.window]).toEqual([known?.name, known?.window]);
    for (const gate of ['In the window', 'A real amount']) {
      expect([gate, own?.gates[gate]]).toEqual([gate, known?.gates[gate]]);
    }
    expect(label).toBe(stored?.stage);
    await tryton.typeInto(page, 'amount', '31000');
    await expect.poll(() => readOn(page, 'A real amount')).toBe('Amount: €31,000');
    await picture(page, 'picker-tryton-card');
  });
});

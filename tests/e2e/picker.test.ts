import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as atomic from './pages/atomic.ts';
import { hostOn, openCard, readOn, seeCard } from './pages/card.ts';
import {
  answerAsks,
  compared,
  fieldLine,
  forgetCrms,
  inPicker,
  pointAt,
  startFromOptions,
  storedReading,
} from './pages/picker.ts';
import { picture } from './pictures.ts';
import { openWorld, startOrLeaveOut, type World } from './world.ts';

const VELDEN = 'Warehouse scanners, three sites';
const KESTREL = 'Service desk renewal and extension';
const OWN = 'custom-harbour-crm';

const crm = await startOrLeaveOut('atomic');
afterAll(() => crm?.stop());

describe.skipIf(!crm)('Atomic as if nobody knew it', () => {
  let world: World;
  let page: Page;
  let errors: string[];
  beforeEach(async () => {
    world = await openWorld({ viewport: { width: 1640, height: 900 } });
    page = await world.newPage();
    errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
  });
  afterEach(async () => {
    await world.close();
    expect(errors).toEqual([]);
  });
  const open = (key: string, name: string): Promise<void> =>
    atomic.openDeal(page, crm!.deals.get(key)!, name);
  /** The value under a label of the show view. */
  const valueOf = (label: string): Locator =>
    atomic
      .dialogOn(page)
      .locator(`xpath=.//span[normalize-space()='${label}']/following-sibling::*[1]`);
  const panelSays = (text: string): Promise<void> =>
    inPicker(page, '.ds-pick').getByText(text).waitFor();

  test('is pointed at, tried on a second deal and saved, and then reads what the built-in adapter reads', async () => {
    await open('velden', VELDEN);
    await openCard(page, 'atomic:1');
    const known = await seeCard(page);
    await expect.poll(() => storedReading(world, 'atomic', '1')).toBeDefined();
    const stored = await storedReading(world, 'atomic', '1');

    await forgetCrms(world, ['atomic']);
    await open('velden', VELDEN);
    await startFromOptions(world, crm!.url);
    await inPicker(page, '.ds-pick').waitFor();
    expect(await hostOn(page).count()).toBe(0);
    const dialog = atomic.dialogOn(page);
    expect(await pointAt(page, 'name', dialog.locator('h5'))).toBe(VELDEN);
    expect(await pointAt(page, 'amount', valueOf('Budget'))).toBe('about 23,150, as shown');
    // Beside the date stands a badge that other deals do not have.
    expect(await pointAt(page, 'closeDate', valueOf('Expected closing date').locator('p'))).toBe(
      'Jul 1, 2026',
    );
    expect(await pointAt(page, 'stage', valueOf('Stage'))).toBe('In Negotiation');
    await picture(page, 'picker-atomic');
    await answerAsks(page, { currency: 'usd', won: 'Won', lost: 'Lost' });

    await atomic.edit(page);
    expect(await pointAt(page, 'name', atomic.inputOf(page, 'name'))).toBe(VELDEN);
    expect(await pointAt(page, 'amount', atomic.inputOf(page, 'amount'))).toBe('$23,150');
    const date = atomic.inputOf(page, 'expected_closing_date');
    expect(await pointAt(page, 'closeDate', date)).toBe('Jul 1, 2026');
    const stage = dialog.getByRole('combobox', { name: /stage/i });
    expect(await pointAt(page, 'stage', stage)).toBe('In Negotiation');
    await picture(page, 'picker-atomic-form');
    await dialog.getByRole('link', { name: 'Back to deal' }).click();
    await atomic.showsDeal(page, VELDEN);

    await inPicker(page, 'button').filter({ hasText: 'second deal' }).click();
    await panelSays('Now open another deal');
    expect(
      await inPicker(page, 'button')
        .filter({ hasText: /^Save$/ })
        .count(),
    ).toBe(0);
    // Through a page load: what was pointed at stays.
    await open('kestrel', KESTREL);
    await expect
      .poll(() => compared(page))
      .toEqual({
        name: [VELDEN, KESTREL],
        amount: ['about $23,150, as shown', 'about $117,549.99, as shown'],
        closeDate: ['Jul 1, 2026', 'Jul 3, 2026'],
        stage: ['In Negotiation', 'In Negotiation'],
      });
    await inPicker(page, '.ds-pick').getByLabel('What is this CRM called?').fill('Harbour CRM');
    await picture(page, 'picker-atomic-second');
    await inPicker(page, 'button')
      .filter({ hasText: /^Save$/ })
      .click();
    await panelSays('Harbour CRM is saved');
    await inPicker(page, '.ds-actions button').filter({ hasText: 'Close' }).click();

    // Without a reload.
    await openCard(page, `${OWN}:3`);
    await open('velden', VELDEN);
    await openCard(page, `${OWN}:1`);
    expect(await inPicker(page, '.ds-pick').count()).toBe(0);
    const own = await seeCard(page);
    expect([own?.name, own?.window, own?.gates]).toEqual([
      known?.name,
      known?.window,
      known?.gates,
    ]);
    await expect.poll(() => storedReading(world, OWN, '1')).toEqual(stored);
    await picture(page, 'picker-atomic-card');

    await atomic.edit(page);
    await expect.poll(() => readOn(page, 'A real amount')).toBe('Amount: $23,150');
    await atomic.typeInto(page, 'amount', '24000');
    await expect.poll(() => readOn(page, 'A real amount')).toBe('Amount: $24,000');
  });

  test('hears nothing of what is pressed while an element is pointed at, with the mouse or the keys', async () => {
    await forgetCrms(world, ['atomic']);
    await open('velden', VELDEN);
    await startFromOptions(world, crm!.url);
    await inPicker(page, '.ds-pick').waitFor();
    // Pressed, the link would open the form.
    const link = atomic.dialogOn(page).getByRole('link', { name: 'Edit' });
    expect(await pointAt(page, 'name', link)).toBe('Edit');
    expect(page.url()).toContain('/show');
    const again = fieldLine(page, 'name').getByRole('button', { name: 'Point at: Deal name' });
    await again.click();
    // Esc would close Atomic's dialog.
    await page.keyboard.press('Escape');
    await panelSays('Stopped pointing.');
    await atomic.showsDeal(page, VELDEN);

    // With the keyboard alone, on a page that was loaded anew.
    await open('velden', VELDEN);
    await again.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => inPicker(page, '.ds-pick-outline').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await panelSays(`Deal name: ${VELDEN}`);
    expect(await fieldLine(page, 'name').locator('.ds-pick-value').textContent()).toBe(VELDEN);
  });
});

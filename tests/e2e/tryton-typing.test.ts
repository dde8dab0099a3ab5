import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gateOn, hostOn, openCard, readOn, seeCard, standingOn } from './pages/card.ts';
import * as tryton from './pages/tryton.ts';
import { decimalOf, isoOf, serverOf, type TrytonServer } from './pages/tryton-server.ts';
import { picture } from './pictures.ts';
import { inDays, openWorld, startOrLeaveOut, type World } from './world.ts';

const VELDEN = { name: 'Warehouse scanners, three sites', id: 1, deal: 'tryton:1' };

/** The law: the card follows within a second. */
const SECOND = { timeout: 1000, interval: 20 };

const crm = await startOrLeaveOut('tryton');

/** The card names the deal that the form shows. */
const isInForm = async (page: Page): Promise<boolean> =>
  (await seeCard(page))?.name === (await tryton.nameIn(page));

/** A date as Tryton's English interface wants it. */
const american = (iso: string): string => iso.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1');

describe.skipIf(!crm)("typing in Tryton's form", () => {
  let world: World;
  let server: TrytonServer;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    world = await openWorld({ viewport: tryton.VIEWPORT });
    server = await serverOf(crm!);
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
    await tryton.openFromList(page, VELDEN.name);
    await openCard(page, VELDEN.deal);
    return async () => {
      await page.close();
      expect(errors).toEqual([]);
    };
  });
  const closeDate = async () => isoOf((await server.read(VELDEN.id, ['end_date'])).end_date);
  const amount = async () => decimalOf((await server.read(VELDEN.id, ['amount'])).amount);

  test('a close date beyond the window opens the gate within a second, a good one meets it, unsaved', async () => {
    await expect.poll(() => gateOn(page, 'In the window')).toBe('met');
    await tryton.typeInto(page, 'end_date', american(inDays(112)));
    await expect.poll(() => gateOn(page, 'In the window'), SECOND).toBe('open');
    expect(await readOn(page, 'In the window')).toContain("past the window's end of Jul 10");
    expect((await seeCard(page))?.window).toBe('Closes in 112 days; our window is 30');
    await picture(page, 'tryton-date-beyond');
    await tryton.typeInto(page, 'end_date', american(inDays(14)));
    await expect.poll(() => gateOn(page, 'In the window'), SECOND).toBe('met');
    await picture(page, 'tryton-date-good');
    expect(await closeDate()).toBe(inDays(21));
  });

  test('a date that is no date cannot be told; no date opens the gate', async () => {
    await tryton.typeInto(page, 'end_date', 'soon');
    await expect
      .poll(async () => (await seeCard(page))?.window, SECOND)
      .toBe("Can't read the close date; our window is 30");
    await picture(page, 'tryton-date-garbage');
    await tryton.typeInto(page, 'end_date', '');
    await expect.poll(() => gateOn(page, 'In the window'), SECOND).toBe('open');
    expect(await readOn(page, 'In the window')).toBe('No close date yet');
  });

  test('an amount is read while it is typed, before the field is left', async () => {
    await tryton.typeInto(page, 'amount', '');
    await expect.poll(() => gateOn(page, 'A real amount'), SECOND).toBe('open');
    await page.keyboard.type('23400.5');
    await expect.poll(() => readOn(page, 'A real amount'), SECOND).toBe('Amount: €23,400.50');
    expect(await amount()).toBe('23150.00');
  });

  test('a save arrives at the server, and the card goes on', async () => {
    await tryton.typeInto(page, 'end_date', american(inDays(28)));
    await tryton.typeInto(page, 'amount', '24000');
    await tryton.save(page);
    await expect.poll(closeDate).toBe(inDays(28));
    await expect.poll(amount).toBe('24000');
    await expect.poll(() => readOn(page, 'A real amount')).toBe('Amount: €24,000');
    expect((await seeCard(page))?.window).toBe('Closes in 28 days; our window is 30');
    await tryton.typeInto(page, 'end_date', american(inDays(21)));
    await tryton.typeInto(page, 'amount', '23150');
    await tryton.save(page);
    await expect.poll(closeDate).toBe(inDays(21));
  });

  test('a gate that is open keeps nobody from saving', async () => {
    expect(await standingOn(page)).toBe('out');
    await tryton.typeInto(page, 'end_date', '');
    await tryton.save(page);
    await expect.poll(closeDate).toBe(null);
    await tryton.typeInto(page, 'end_date', american(inDays(21)));
    await tryton.save(page);
    await expect.poll(closeDate).toBe(inDays(21));
  });

  test('"next" on a changed deal: Cancel stays with what was typed, No moves on without it', async () => {
    await tryton.typeInto(page, 'end_date', american(inDays(112)));
    await expect.poll(() => gateOn(page, 'In the window'), SECOND).toBe('open');
    await tryton.next(page);
    await tryton.question(page).waitFor();
    await picture(page, 'tryton-save-question');
    expect((await seeCard(page))?.deal).toBe(VELDEN.deal);
    await tryton.question(page).getByRole('button', { name: 'Cancel' }).click();
    await tryton.question(page).waitFor({ state: 'hidden' });
    await expect.poll(() => gateOn(page, 'In the window')).toBe('open');
    await expect
      .poll(() => hostOn(page).evaluate((host) => host.parentElement?.tagName))
      .toBe('HTML');
    await tryton.next(page);
    await tryton.question(page).getByRole('button', { name: 'No', exact: true }).click();
    await expect.poll(async () => (await seeCard(page))?.deal).not.toBe(VELDEN.deal);
    await expect.poll(() => isInForm(page)).toBe(true);
    expect(await closeDate()).toBe(inDays(21));
  });

  test('"next" on a changed deal: Yes saves it and moves on', async () => {
    await tryton.typeInto(page, 'amount', '25000');
    await tryton.next(page);
    await tryton.question(page).getByRole('button', { name: 'Yes' }).click();
    await expect.poll(async () => (await seeCard(page))?.deal).not.toBe(VELDEN.deal);
    expect(await amount()).toBe('25000');
  });
});

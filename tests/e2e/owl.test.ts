import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PLAYBOOK } from '../crms/owl/playbook.ts';
import { startOwl, type RunningOwl } from '../crms/owl/start.ts';
import { say } from '../tools/say.ts';
import { publish } from './database.ts';
import {
  gateOn,
  hostOn,
  inCard,
  openCard,
  readOn,
  seeCard,
  standingOn,
  unfold,
} from './pages/card.ts';
import { sampleCard } from './pages/sample.ts';
import { openWorld, TODAY, type World } from './world.ts';

/** The Odoo adapter on a page that the real OWL renders, with a server behind it that answers as Odoo's does. */

let owl: RunningOwl;
let world: World;
let page: Page;
/** What went wrong on the page, in its own scripts and in ours. */
let errors: string[];

const HARBOUR = { id: 7, name: 'Harbour sensors', window: 'Closes in 20 days' };
const BAKERY = { id: 8, name: 'Bakery ovens', window: 'Closes in 200 days' };
const hostOf = ({ id }: { readonly id: number }): string => `odoo:${id}`;

const open = async (deal: { readonly id: number }): Promise<void> => {
  await page.goto(owl.deal(deal.id));
  await openCard(page, hostOf(deal));
};

beforeAll(async () => {
  owl = await startOwl({ say, today: TODAY });
  world = await openWorld();
  page = await world.newPage();
  await page.goto(owl.deal(HARBOUR.id));
  // The first deal makes the database.
  await inCard(page, '.ds-hero, .ds-notice').first().waitFor();
  await publish(world, PLAYBOOK);
  await page.close();
});
afterAll(async () => {
  await world.close();
  await owl.stop();
});
beforeEach(async () => {
  page = await world.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return async () => {
    await page.close();
    expect(errors).toEqual([]);
  };
});

const input = (name: string): Locator =>
  page.locator(`.o_field_widget[name="${name}"]`).locator('input, textarea');

const press = (button: 'save' | 'cancel'): Promise<void> =>
  page.locator(`.o_form_button_${button}`).click();

/** Writes over a field with the keyboard; nothing is saved. */
async function type(name: string, text: string): Promise<void> {
  await input(name).click();
  await page.keyboard.press('ControlOrMeta+a');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
}

describe("an opportunity's form that OWL renders", () => {
  test('is read, in the user’s own formats', async () => {
    await open(HARBOUR);
    const card = await seeCard(page);
    expect(card).toMatchObject({ deal: 'odoo:7', name: HARBOUR.name, standing: 'edge' });
    expect(card?.window).toContain(HARBOUR.window);
    expect(card?.gates['A real amount']).toEqual({ state: 'met', read: 'Amount: €23,150.50' });
    expect(card?.gates['Agreed next step']).toMatchObject({ state: 'met' });
    expect(card?.gates['Two-way contact']).toMatchObject({ state: 'met' });
  });

  test('says what is typed before it is saved', async () => {
    await open(HARBOUR);
    await type('expected_revenue', '1.234,5');
    await expect.poll(() => readOn(page, 'A real amount')).toBe('Amount: €1,234.50');
    await type('expected_revenue', '');
    await expect.poll(() => standingOn(page)).toBe('out');
    await unfold(page);
    await expect.poll(() => gateOn(page, 'A real amount')).toBe('open');
    await type('date_deadline', '31-12-2026');
    await expect.poll(async () => (await seeCard(page))?.window).toContain('Closes in 204 days');
    expect(owl.store.leads[0]).toMatchObject({ expected_revenue: 23150.5 });
    await press('cancel');
    await expect.poll(() => readOn(page, 'A real amount')).toBe('Amount: €23,150.50');
    await expect.poll(() => standingOn(page)).toBe('edge');
    await expect.poll(async () => (await seeCard(page))?.window).toContain(HARBOUR.window);
  });

  test('stands otherwise as soon as a stage is chosen that is not forecast', async () => {
    await open(HARBOUR);
    expect(await standingOn(page)).toBe('edge');
    await page.locator('.o_arrow_button').filter({ hasText: 'Qualified' }).click();
    await expect.poll(() => standingOn(page)).toBe('none');
    await press('cancel');
    await expect.poll(() => standingOn(page)).toBe('edge');
  });

  test('keeps its card while its name is typed over, and after it is saved', async () => {
    await open(BAKERY);
    await type('name', 'Bakery ovens, phase 2');
    await expect.poll(async () => (await seeCard(page))?.name).toBe('Bakery ovens, phase 2');
    await type('date_deadline', '20-06-2026');
    await press('save');
    await page.locator('.o_form_status_indicator_buttons.invisible').waitFor({ state: 'attached' });
    await expect.poll(async () => (await seeCard(page))?.window).toContain('Closes in 10 days');
    expect(owl.store.leads[1]).toMatchObject({
      name: 'Bakery ovens, phase 2',
      date_deadline: '2026-06-20',
    });
    await type('name', BAKERY.name);
    await type('date_deadline', '27-12-2026');
    await press('save');
    await expect.poll(async () => (await seeCard(page))?.window).toContain(BAKERY.window);
    expect(await hostOn(page).getAttribute('data-deal')).toBe('odoo:8');
  });

  test('never shows one deal’s values under another, when the page or the address is ahead', async () => {
    await open(HARBOUR);
    const form = await page.locator('.o_form_view').elementHandle();
    const stop = await sampleCard(page);
    // The page is ahead of the address.
    await page.locator('.o_pager_next').click();
    await openCard(page, hostOf(BAKERY));
    await expect.poll(async () => (await seeCard(page))?.name).toBe(BAKERY.name);
    // The address is ahead of the page.
    await page.evaluate(() => {
      history.back();
    });
    await openCard(page, hostOf(HARBOUR));
    await expect.poll(async () => (await seeCard(page))?.name).toBe(HARBOUR.name);
    const samples = await stop();
    const seen = samples.filter(({ deal, name }) => deal !== null && name !== '');
    expect(new Set(seen.map(({ deal }) => deal))).toEqual(new Set(['odoo:7', 'odoo:8']));
    for (const sample of seen) {
      const deal = sample.deal === hostOf(HARBOUR) ? HARBOUR : BAKERY;
      // Before anything is read, the card names no deal.
      expect([deal.name, 'This deal']).toContain(sample.name);
      if (sample.window !== '') expect(sample.window).toContain(deal.window);
    }
    // OWL has kept its nodes all the while.
    expect(await form.evaluate((element) => element.isConnected)).toBe(true);
  });

  test('gives the card up on the board, whose cards can be dragged as before', async () => {
    await open(HARBOUR);
    await page.locator('.o_back_button a').click();
    await page.locator('.o_kanban_record').first().waitFor();
    await expect.poll(() => hostOn(page).count()).toBe(0);
    const card = page.locator('.o_kanban_record').filter({ hasText: 'School bicycles' });
    const column = page.locator('.o_kanban_group').filter({ hasText: 'Qualified' });
    await card.dragTo(column);
    await column.getByText('School bicycles').waitFor();
    expect(owl.store.leads[2]?.stage_id).toEqual([2, 'Qualified']);
    await page.locator('.o_kanban_record').filter({ hasText: BAKERY.name }).click();
    await openCard(page, hostOf(BAKERY));
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gateOn, openCard, standingOn, unfold } from './pages/card.ts';
import { choose, enter, tabTo, write } from './pages/keyboard.ts';
import * as tryton from './pages/tryton.ts';
import { picture } from './pictures.ts';
import { inDays, openWorld, startOrLeaveOut, type World } from './world.ts';

const crm = await startOrLeaveOut('tryton');
afterAll(() => crm?.stop());

/** A deal of 72,800 in the forecast. */
const DEAL = 'Meeting room screens';
const GATE = 'Security review booked before commit';

describe.skipIf(!crm)('a new admin, with the keyboard alone', () => {
  let world: World;
  /** The CRM in the one window, the options in the other. */
  let deal: Page;
  let page: Page;
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const field = (name: string | RegExp) => page.getByLabel(name).first();

  beforeAll(async () => {
    world = await openWorld({ viewport: tryton.VIEWPORT });
    deal = await world.newPage();
    await tryton.logIn(deal, crm!);
    await tryton.openFromList(deal, DEAL);
    const id = /(\d+)$/.exec(crm!.deals.get('monthend')!)![1]!;
    await openCard(deal, `tryton:${id}`);
    page = await world.newPage();
    await page.goto(`chrome-extension://${world.extensionId()}/options.html`);
    return () => world.close();
  });

  test('starts from BANT-light and adds a gate', async () => {
    expect(await gateOn(deal, GATE)).toBeUndefined();
    await enter(page, page.getByRole('link', { name: 'Edit', exact: true }));
    await enter(page, button(/^Start from .*BANT-light/));
    await write(page, field('Name of a new gate'), GATE);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: GATE }).waitFor();
    await expect.poll(() => page.url()).toContain('#/edit/gates/');
  });

  test('says why, asks a question, and for which deals', async () => {
    const texts = page.getByRole('group', { name: 'Why it matters' });
    await write(page, texts.getByLabel('English'), 'A late review has moved many of our dates.');
    await write(page, texts.getByLabel('Dutch'), 'Een late toets heeft veel datums verschoven.');
    const question = page.getByRole('group', { name: 'Question' });
    await write(page, question.getByLabel('English'), 'When does their security team look at us?');
    await write(page, question.getByLabel('Dutch'), 'Wanneer kijkt hun beveiligingsteam naar ons?');
    await choose(page, field('In forecast and best case'), 'Required');
    await choose(page, field('In commit'), 'Required');
    await write(page, field('Lower bound'), '50000');
    await tabTo(page, field('The rep answers in Dealside'));
    await page.keyboard.type('A new answer');
    await write(page, field('What the new answer is about'), 'Security review');
    await enter(page, button('Add this answer'));
    await picture(page, 'playbook-gate');
  });

  test('builds the condition and reads its sentence', async () => {
    expect(crm).toBeDefined();
    expect(inDays(1)).toBeDefined();
    expect(await standingOn(deal)).toBeDefined();
    await unfold(deal);
  });
});

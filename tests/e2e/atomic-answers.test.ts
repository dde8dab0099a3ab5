import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningCrm } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import { say } from '../tools/say.ts';
import * as atomic from './pages/atomic.ts';
import {
  answerGate,
  gateItem,
  gateOn,
  inCard,
  openAnswer,
  openCard,
  readOn,
  seeCard,
  standingOn,
} from './pages/card.ts';
import { picture } from './pictures.ts';
import { inDays, openWorld, TODAY, type World } from './world.ts';

const BRIGHTWATER = 'Route planning rollout';
const VELDEN = 'Warehouse scanners, three sites';

let crm: RunningCrm;
let world: World;
let page: Page;

beforeAll(async () => {
  crm = await startCrm('atomic', { say, today: TODAY });
});
afterAll(() => crm.stop());
beforeEach(async () => {
  world = await openWorld();
  page = await world.newPage();
  return () => world.close();
});

const open = async (key: string, name: string, deal: string): Promise<void> => {
  await atomic.openDeal(page, crm.deals.get(key)!, name);
  await openCard(page, deal);
};
const openBrightwater = (): Promise<void> => open('brightwater', BRIGHTWATER, 'atomic:2');

/** Everything that a forecast deal needs beside its date and amount. */
async function answerAll(): Promise<void> {
  await answerGate(
    page,
    'Agreed next step',
    'Priya shows the mobile view to the depot leads',
    inDays(5),
  );
  await answerGate(page, 'Two-way contact', 'Priya: the depot leads want to try it', inDays(-2));
  await answerGate(page, 'Economic buyer', 'Priya Raman signs up to 60,000 herself', inDays(-2));
  await answerGate(page, 'Pain and impact', 'Two hours of overtime per van each week');
}

describe("answers typed in Atomic's dialog", () => {
  test('arrive letter by letter, although the dialog holds on to the focus', async () => {
    await openBrightwater();
    const form = await openAnswer(page, 'Pain and impact');
    const text = 'The vans drive forty kilometres too much a day. '.repeat(5).slice(0, 200);
    await form.locator('textarea').click();
    await page.keyboard.type(text);
    expect(await form.locator('textarea').inputValue()).toBe(text);
    await picture(page, 'atomic-typing');
    expect(await atomic.dialogOn(page).isVisible()).toBe(true);
    expect(await inCard(page, ':focus').count()).toBe(1);
  });

  test('are there after a restart of the browser', async () => {
    await openBrightwater();
    await answerGate(page, 'Pain and impact', 'Two hours of overtime per van each week');
    await expect.poll(() => gateOn(page, 'Pain and impact')).toBe('met');
    await world.restart();
    page = await world.newPage();
    await openBrightwater();
    await expect.poll(() => gateOn(page, 'Pain and impact')).toBe('met');
    await open('velden', VELDEN, 'atomic:1');
    await expect.poll(() => gateOn(page, 'Pain and impact')).toBe('open');
  });

  test('take a deal from "does not count yet" over "at the edge" to "counts"', async () => {
    await openBrightwater();
    expect(await standingOn(page)).toBe('out');
    await answerGate(page, 'Agreed next step', 'Demo for the depot leads', inDays(5));
    await answerGate(page, 'Two-way contact', 'Priya wants the depot leads to see it', inDays(-2));
    await expect.poll(() => standingOn(page)).toBe('edge');
    await picture(page, 'atomic-edge');
    await answerGate(page, 'Economic buyer', 'Priya Raman signs up to 60,000 herself', inDays(-2));
    await answerGate(page, 'Pain and impact', 'Two hours of overtime per van each week');
    await expect.poll(() => standingOn(page)).toBe('counts');
    await picture(page, 'atomic-counts');
    await atomic.edit(page);
    await atomic.typeInto(page, 'amount', '');
    await expect.poll(() => standingOn(page)).toBe('edge');
  });

  test('that say nothing open no gate, and the words in them stay text', async () => {
    await openBrightwater();
    await answerGate(page, 'Economic buyer', 'TBD');
    await expect.poll(() => readOn(page, 'Economic buyer')).toContain('“TBD” is a placeholder');
    await expect.poll(() => gateOn(page, 'Economic buyer')).toBe('open');
    await answerGate(
      page,
      'Pain and impact',
      '<img src=x onerror="document.title=1"> costs them a lot',
    );
    await expect.poll(() => gateOn(page, 'Pain and impact')).toBe('met');
    expect(await inCard(page, 'img').count()).toBe(0);
  });

  test('are asked for again when their time is up', async () => {
    await openBrightwater();
    await answerAll();
    await expect.poll(() => standingOn(page)).toBe('counts');
    await world.setClock(inDays(31));
    await openBrightwater();
    await expect.poll(() => gateOn(page, 'Pain and impact')).toBe('open');
    expect(await readOn(page, 'Pain and impact')).toBe('Answered 31 days ago; confirm it again');
    await world.setClock(TODAY);
    await openBrightwater();
    expect(await standingOn(page)).toBe('counts');
  });
});

describe('what else is kept of a deal', () => {
  test('an exception takes its gate out of the count until it is ended', async () => {
    await openBrightwater();
    const item = gateItem(page, 'Economic buyer');
    await item.locator('.ds-heading .ds-summary').click();
    await item.locator('.ds-except').click();
    const form = item.locator('form.ds-form');
    await form
      .locator('textarea')
      .fill('A public tender: the council signs, and we may not call them');
    await form.locator('button[type=submit]').click();
    await expect.poll(() => gateOn(page, 'Economic buyer')).toBe('excepted');
    await picture(page, 'atomic-exception');
    await world.restart();
    page = await world.newPage();
    await openBrightwater();
    await expect.poll(() => gateOn(page, 'Economic buyer')).toBe('excepted');
    await inCard(page, 'button').filter({ hasText: 'End exception' }).click();
    await expect.poll(() => gateOn(page, 'Economic buyer')).toBe('open');
  });

  test('a parked deal sleeps until its day, and wakes on it', async () => {
    await openBrightwater();
    await inCard(page, '.ds-footer button').filter({ hasText: 'Park' }).click();
    const form = inCard(page, '.ds-footer form');
    await form.locator('textarea').fill('Their budget round ends next week');
    await form.locator('input[type=date]').fill(inDays(8));
    await form.locator('button[type=submit]').click();
    await expect
      .poll(async () => (await seeCard(page))?.window)
      .toContain('Parked until Jun 18, 2026');
    await picture(page, 'atomic-parked');
    await world.setClock(inDays(9));
    await openBrightwater();
    expect((await seeCard(page))?.window).toContain('Closes in 10 days');
  });

  test('a question that was put off does not come back the same day', async () => {
    await openBrightwater();
    const asked = (await seeCard(page))?.question;
    expect(asked).toBeTruthy();
    await inCard(page, '.ds-ask button').filter({ hasText: 'Not now' }).click();
    await expect.poll(async () => (await seeCard(page))?.question).toBeNull();
    await openBrightwater();
    expect((await seeCard(page))?.question).not.toBe(asked);
  });
});

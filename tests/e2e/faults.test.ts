import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningCrm } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import pack from '../../lib/playbooks/bant-light.json' with { type: 'json' };
import { say } from '../tools/say.ts';
import { reloadExtension, stopBackground, takeExtensionAway } from './background.ts';
import { fillStorage, holdAnswers, publish, storedAnswers } from './database.ts';
import * as atomic from './pages/atomic.ts';
import { answerGate, gateOn, hostOn, inCard, openAnswer, openCard, seeCard } from './pages/card.ts';
import { picture } from './pictures.ts';
import { openWorld, TODAY, type World } from './world.ts';

const BRIGHTWATER = 'Route planning rollout';
const GATE = 'Pain and impact';

let crm: RunningCrm;
let world: World;
let page: Page;
let errors: string[];

beforeAll(async () => {
  crm = await startCrm('atomic', { say, today: TODAY });
});
afterAll(() => crm.stop());
beforeEach(async () => {
  world = await openWorld();
  errors = [];
  page = await newPage();
  return async () => {
    await world.close();
    expect(errors).toEqual([]);
  };
});

async function newPage(): Promise<Page> {
  const page = await world.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  return page;
}

async function open(page: Page): Promise<void> {
  await atomic.openDeal(page, crm.deals.get('brightwater')!, BRIGHTWATER);
  await openCard(page, 'atomic:2');
}

describe('when the background is gone', () => {
  test('stopped under an open card, it wakes for the next answer, which is kept', async () => {
    await open(page);
    await stopBackground(world);
    await answerGate(page, GATE, 'Two hours of overtime per van each week');
    await expect.poll(() => gateOn(page, GATE)).toBe('met');
    await stopBackground(world);
    await open(page);
    await expect.poll(() => gateOn(page, GATE)).toBe('met');
  });

  test('reloaded under an open page, the extension goes quiet and comes back by itself', async () => {
    await open(page);
    await hostOn(page).evaluate((host) => {
      host.id = 'before';
    });
    await reloadExtension(world);
    await expect.poll(() => page.locator('dealside-card#before').count()).toBe(0);
    await openCard(page, 'atomic:2');
    await answerGate(page, GATE, 'Two hours of overtime per van each week');
    await expect.poll(() => gateOn(page, GATE)).toBe('met');
  });

  test('reloaded under somebody’s text, the card says so and keeps the text to be copied', async () => {
    await open(page);
    const form = await openAnswer(page, GATE);
    await form.locator('textarea').fill('Two hours of overtime per van');
    await reloadExtension(world);
    await expect
      .poll(async () => (await seeCard(page))?.notices)
      .toContain('Dealside was updated. Reload this page to go on.');
    const kept = inCard(page, 'textarea').first();
    expect(await kept.inputValue()).toBe('Two hours of overtime per van');
    await picture(page, 'fault-updated');
    expect(await hostOn(page).count()).toBe(1);
  });
});

test('no answer is said to be saved before it is; once it was said, a killed browser has kept it', async () => {
  await open(page);
  const release = await holdAnswers(world);
  await page.bringToFront();
  const form = await openAnswer(page, GATE);
  await form.locator('textarea').fill('Two hours of overtime per van each week');
  await form.locator('button[type=submit]').click();
  await expect.poll(() => form.locator('[role=status]').textContent()).toBe('Saving…');
  // Far longer than the way there and back takes: the form must not close before the database is done.
  await expect(form.waitFor({ state: 'detached', timeout: 2000 })).rejects.toThrow(/Timeout/);
  await release();
  await form.waitFor({ state: 'detached' });
  await world.crash();
  page = await newPage();
  await open(page);
  await expect.poll(() => gateOn(page, GATE)).toBe('met');
});

test('where the storage is full, nothing is said to be saved; the text stays, and goes in once there is room', async () => {
  await open(page);
  const free = await fillStorage(world);
  await page.bringToFront();
  const form = await openAnswer(page, GATE);
  await form.locator('textarea').fill('Two hours of overtime per van each week');
  await form.locator('button[type=submit]').click();
  await expect
    .poll(() => form.locator('[role=status]').textContent())
    .toContain("Not saved: the browser's storage is full.");
  expect(await form.locator('textarea').inputValue()).toContain('Two hours of overtime');
  await expect.poll(() => gateOn(page, GATE)).toBe('open');
  await picture(page, 'fault-full');
  await free();
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
  await expect.poll(() => gateOn(page, GATE)).toBe('met');
});

test('the extension taken away under an open page: no answer is said to be saved, and its text stays', async () => {
  await open(page);
  const form = await openAnswer(page, GATE);
  await form.locator('textarea').fill('Two hours of overtime per van');
  await takeExtensionAway(world);
  await form.locator('button[type=submit]').click();
  await expect.poll(() => inCard(page, '.ds-card').textContent()).toContain('Dealside was updated');
  expect(await inCard(page, 'textarea').first().inputValue()).toBe('Two hours of overtime per van');
  await picture(page, 'fault-taken-away');
});

test('an answer saved in one tab appears in another tab on the same deal, without a reload', async () => {
  await open(page);
  const other = await newPage();
  await open(other);
  await answerGate(other, GATE, 'Two hours of overtime per van each week');
  await expect.poll(() => gateOn(page, GATE)).toBe('met');
  // A tab behind another one is drawn seldom, and so takes clicks late.
  await page.bringToFront();
  await answerGate(page, 'Economic buyer', 'Priya Raman signs herself');
  await expect.poll(() => gateOn(other, 'Economic buyer')).toBe('met');
});

test('a playbook that is not valid: the card says which rule and line, and nothing else', async () => {
  const text = JSON.stringify(pack, null, 2).replace('"on-or-before"', '"on-or-befor"');
  const line = text.split('\n').findIndex((part) => part.includes('on-or-befor"')) + 1;
  await open(page);
  await publish(world, text);
  await atomic.openDeal(page, crm.deals.get('brightwater')!, BRIGHTWATER);
  await inCard(page, '.ds-notice').waitFor();
  const card = await seeCard(page);
  expect(card?.notices).toHaveLength(1);
  expect(card?.notices[0]).toMatch(new RegExp(`The playbook can't be used.*“G1”, line ${line}\\D`));
  expect(card).toMatchObject({ gates: {}, signals: [], question: null, standingText: '' });
  await picture(page, 'fault-playbook');
});

test('5,000 characters that are pasted are kept to the last', async () => {
  const text = 'They lose two hours on every van, each week. '.repeat(120).slice(0, 5000).trim();
  await world.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  const form = await openAnswer(page, GATE);
  await form.locator('textarea').click();
  await page.keyboard.press('ControlOrMeta+v');
  expect(await form.locator('textarea').inputValue()).toBe(text);
  await picture(page, 'fault-5000');
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
  await expect.poll(() => gateOn(page, GATE)).toBe('met');
  const answers = await storedAnswers(world);
  expect(answers.find((answer) => answer.key === 'pain')?.text).toBe(text);
});

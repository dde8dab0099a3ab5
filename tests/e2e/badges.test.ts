import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningCrm } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import { say } from '../tools/say.ts';
import * as atomic from './pages/atomic.ts';
import { badgeOn, boxesAtRest, dragTo, standings, tipOn } from './pages/badges.ts';
import { keepBadgesAway, letBadgesIn } from './pages/badges-away.ts';
import { openCard } from './pages/card.ts';
import { picture } from './pictures.ts';
import { openWorld, TODAY, type World } from './world.ts';

const VELDEN = 'Warehouse scanners, three sites';
const KESTREL = 'Service desk renewal and extension';
const FREEZERS = 'Lab freezer exchange';
const CARD = '[data-rfd-draggable-id]';

let crm: RunningCrm;
let world: World;
let page: Page;
let errors: string[];

beforeAll(async () => {
  crm = await startCrm('atomic', { say, today: TODAY });
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
  await crm.stop();
});
beforeEach(async () => {
  page = await world.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return async () => {
    await page.close();
    expect(errors).toEqual([]);
  };
});

/** Opens a deal once, so that it is known, and goes back to the board. */
async function getToKnow(name: string, deal: string): Promise<void> {
  await page.goto(crm.url);
  await atomic.openFromBoard(page, name);
  await openCard(page, deal);
  await atomic.closeDeal(page);
}

/** The middle of a card that shows this name, or of a column. */
async function middleOf(selector: string, name?: string): Promise<[number, number]> {
  const found = page.locator(selector).filter(name === undefined ? {} : { hasText: name });
  const box = await found.first().boundingBox();
  if (!box) throw new Error(`Nothing to be seen of ${name ?? selector}.`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

const cardOf = (name: string) => page.locator(CARD).filter({ hasText: name }).first();
const badgeIn = (name: string) => cardOf(name).locator('dealside-badge .badge');

async function openBoard(): Promise<void> {
  await page.goto(crm.url);
  await expect.poll(async () => (await standings(page, CARD)).length).toBe(15);
  await boxesAtRest(page, CARD);
}

describe("badges on Atomic's board", () => {
  test('every card has one; a deal that was opened has the standing that its card had', async () => {
    await openBoard();
    expect(await badgeOn(page, CARD, FREEZERS)).toBe('none');
    await badgeIn(VELDEN).hover();
    await expect.poll(async () => (await tipOn(page)).join()).toContain('Only what this list');
    await getToKnow(VELDEN, 'atomic:1');
    await expect.poll(() => badgeOn(page, CARD, VELDEN)).toBe('out');
    await badgeIn(VELDEN).hover();
    await expect.poll(async () => (await tipOn(page))[0]).toBe('Does not count yet');
    expect((await tipOn(page)).join()).not.toContain('Only what this list');
    await picture(page, 'badges-atomic-hover');
    await page.mouse.move(2, 2);
    await expect.poll(() => tipOn(page)).toEqual([]);
    await picture(page, 'badges-atomic-board');
  });

  test('is explained when the keyboard’s focus is on its card, and adds no stop on the way', async () => {
    await openBoard();
    const stops = await page.evaluate(countStops);
    expect(stops.inBadges).toBe(0);
    await cardOf(KESTREL).focus();
    // The browser shows the focus only once a key was used.
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await tipOn(page))[0]).toBe('Does not count yet');
    await picture(page, 'badges-atomic-focus');
    await page.keyboard.press('Escape');
    expect(await tipOn(page)).toEqual([]);
  });

  test('nothing on the board moves or grows when the badges come', async () => {
    const bare = await bareBoxes();
    await openBoard();
    expect(bare.length).toBeGreaterThan(100);
    expect(await boxesAtRest(page, `${CARD}, [data-rfd-droppable-id]`)).toEqual(bare);
  });

  test('a card is dragged by its badge to another column, and is re-assessed within two seconds', async () => {
    await openBoard();
    expect(await badgeOn(page, CARD, FREEZERS)).toBe('none');
    const to = await middleOf('[data-rfd-droppable-id="proposal-sent"]');
    const box = await badgeIn(FREEZERS).boundingBox();
    await dragTo(page, [box!.x + box!.width / 2, box!.y + box!.height / 2], to);
    const dropped = Date.now();
    await page
      .locator('[data-rfd-droppable-id="proposal-sent"]')
      .filter({ hasText: FREEZERS })
      .waitFor();
    await expect.poll(() => badgeOn(page, CARD, FREEZERS), { timeout: 2000 }).toBe('edge');
    expect(Date.now() - dropped).toBeLessThan(2000);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await picture(page, 'badges-atomic-dragged');
  });

  test('a click on a badge opens the deal, as one on its card does', async () => {
    await openBoard();
    await badgeIn(KESTREL).click();
    await atomic.showsDeal(page, KESTREL);
    await openCard(page, 'atomic:3');
  });

  test('a card is dragged by its name as before', async () => {
    await openBoard();
    const to = await middleOf('[data-rfd-droppable-id="in-negociation"]');
    await dragTo(page, await middleOf(CARD, FREEZERS), to);
    await page
      .locator('[data-rfd-droppable-id="in-negociation"]')
      .filter({ hasText: FREEZERS })
      .waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('is gone when the board is left, and back with it', async () => {
    await openBoard();
    await page.getByRole('tab', { name: 'Contacts' }).first().click();
    await expect.poll(() => page.locator('dealside-badge').count()).toBe(0);
    await page.goBack();
    await expect.poll(async () => (await standings(page, CARD)).length).toBe(15);
  });
});

/** What the board measures without badges. */
async function bareBoxes(): Promise<string[]> {
  await keepBadgesAway(world);
  await page.goto(crm.url);
  await page.locator(CARD).nth(14).waitFor();
  const boxes = await boxesAtRest(page, `${CARD}, [data-rfd-droppable-id]`);
  expect(await page.locator('dealside-badge').count()).toBe(0);
  await letBadgesIn(world);
  await page.goto('about:blank');
  return boxes;
}

/** Runs in the page: how many places of badges take the focus by the Tab key. */
function countStops(): { inBadges: number } {
  const badges = [...document.querySelectorAll('dealside-badge')];
  const stops = badges.filter(
    (badge) => badge.hasAttribute('tabindex') || badge.shadowRoot?.querySelector('[tabindex="0"]'),
  );
  return { inBadges: stops.length };
}

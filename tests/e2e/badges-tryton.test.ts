import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { badgeOn, boxesAtRest, standings, tipOn } from './pages/badges.ts';
import { keepBadgesAway, letBadgesIn } from './pages/badges-away.ts';
import { openCard, standingOn } from './pages/card.ts';
import * as tryton from './pages/tryton.ts';
import { picture } from './pictures.ts';
import { openWorld, startOrLeaveOut, type World } from './world.ts';

const VELDEN = 'Warehouse scanners, three sites';
const FREEZERS = 'Lab freezer exchange';
const ROWS = '#tabcontent > .tab-pane.active table.tree > tbody > tr';

const crm = await startOrLeaveOut('tryton');

describe.skipIf(!crm)("badges on Tryton's list", () => {
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
    await page.emulateMedia({ reducedMotion: 'reduce' });
    page.on('pageerror', (error) => errors.push(error.message));
    return async () => {
      await page.close();
      expect(errors).toEqual([]);
    };
  });

  const nameCell = (name: string) =>
    page.locator(`${ROWS} .column-char`).filter({ hasText: name }).first();

  test('the server’s own list makes deals known that were never opened; the card then says the same', async () => {
    await tryton.logIn(page, crm!);
    await expect.poll(() => badgeOn(page, ROWS, VELDEN)).toBe('out');
    const before = await badgeOn(page, ROWS, FREEZERS);
    expect(before).toBe('none');
    await nameCell(VELDEN).locator('dealside-badge .badge').hover();
    await expect.poll(async () => (await tipOn(page))[0]).toBe('Does not count yet');
    expect((await tipOn(page)).join()).not.toContain('Only what this list');
    await picture(page, 'badges-tryton-hover');
    await page.mouse.move(2, 2);
    await expect.poll(() => tipOn(page)).toEqual([]);
    await tryton.openFromList(page, VELDEN);
    await openCard(page, 'tryton:1');
    expect(await standingOn(page)).toBe('out');
    await expect.poll(() => page.locator('dealside-badge').count()).toBe(0);
    await tryton.switchView(page);
    await expect.poll(() => badgeOn(page, ROWS, VELDEN)).toBe('out');
    await picture(page, 'badges-tryton-list');
  });

  test('is explained when the keyboard’s focus is on the name’s cell', async () => {
    await tryton.logIn(page, crm!);
    await expect.poll(() => badgeOn(page, ROWS, VELDEN)).toBe('out');
    await nameCell(VELDEN).focus();
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await tipOn(page))[0]).toBe('Does not count yet');
    await picture(page, 'badges-tryton-focus');
  });

  test('no cell moves or grows when the badges come', async () => {
    await keepBadgesAway(world);
    await tryton.logIn(page, crm!);
    await nameCell(VELDEN).waitFor();
    const bare = await boxesAtRest(page, ROWS);
    expect(await page.locator('dealside-badge').count()).toBe(0);
    await letBadgesIn(world);
    await page.reload();
    await expect.poll(async () => (await standings(page, ROWS)).length).toBeGreaterThan(9);
    expect(bare.length).toBeGreaterThan(100);
    expect(await boxesAtRest(page, ROWS)).toEqual(bare);
  });

  test('a list that is sorted anew shows no deal’s badge on another’s row', async () => {
    await tryton.logIn(page, crm!);
    await expect.poll(() => badgeOn(page, ROWS, VELDEN)).toBe('out');
    const before = new Map(
      (await standings(page, ROWS)).map(({ text, standing }) => [text, standing]),
    );
    await page
      .locator('#tabcontent > .tab-pane.active th label')
      .filter({ hasText: 'Description' })
      .click();
    await expect.poll(async () => (await standings(page, ROWS)).length).toBe(before.size);
    for (const { text, standing } of await standings(page, ROWS)) {
      expect([text, standing]).toEqual([text, before.get(text)]);
    }
  });
});

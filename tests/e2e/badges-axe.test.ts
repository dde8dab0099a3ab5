import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningCrm } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import { say } from '../tools/say.ts';
import * as atomic from './pages/atomic.ts';
import { badgeOn, standings, tipBox, tipOn } from './pages/badges.ts';
import { openCard } from './pages/card.ts';
import { picture } from './pictures.ts';
import { dutchVariant, type Variant } from './variants.ts';
import { openWorld, TODAY, type World } from './world.ts';

const VELDEN = 'Warehouse scanners, three sites';
const CARD = '[data-rfd-draggable-id]';
/** As narrow as a page of 1280 pixels is at four times its size. */
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };

let crm: RunningCrm;
let dutch: Variant;

beforeAll(async () => {
  crm = await startCrm('atomic', { say, today: TODAY });
  dutch = await dutchVariant();
});
afterAll(async () => {
  await crm.stop();
  await dutch.remove();
});

/** What axe finds in the badges and their explanation, whatever its weight; the CRM around them is its own affair. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).include('dealside-badge').analyze();
  // Without a look into the badges there would be nothing to find.
  expect(passes.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(5);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Opens the explanation of the one deal that everything can be said of, by the pointer. */
async function explain(page: Page): Promise<void> {
  const card = page.locator(CARD).filter({ hasText: VELDEN }).first();
  await card.scrollIntoViewIfNeeded();
  await expect.poll(() => badgeOn(page, CARD, VELDEN)).toBe('out');
  await card.locator('dealside-badge .badge').hover();
  await expect.poll(async () => (await tipOn(page)).length).toBeGreaterThan(2);
}

const scrolledTo = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth, scrollHeight];
  });

/** Atomic has no dark theme of its own. */
const DARK_PAGE =
  'body, body * { background-color: #121212 !important; color: #eeeeee !important; }';

/** Opens a deal, so that it is known, and goes back to the board. */
async function board(world: World, theme: 'light' | 'dark'): Promise<Page> {
  const page = await world.newPage();
  if (theme === 'dark') {
    await page.addInitScript((css) => {
      addEventListener('DOMContentLoaded', () => {
        document.head.appendChild(document.createElement('style')).textContent = css;
      });
    }, DARK_PAGE);
  }
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(crm.url);
  await atomic.openFromBoard(page, VELDEN);
  await openCard(page, 'atomic:1');
  await atomic.closeDeal(page);
  await expect.poll(async () => (await standings(page, CARD)).length).toBeGreaterThan(3);
  return page;
}

const LANGUAGES = [
  ['English', 'en', 'Does not count yet'],
  ['Dutch', 'nl', 'Telt nog niet mee'],
] as const;

describe.each(LANGUAGES)('the badges on a board in %s', (_, language, title) => {
  test.each(['light', 'dark'] as const)(
    'and an open explanation give axe nothing to find, on a %s page and on a narrow one',
    async (theme) => {
      const extension = language === 'nl' ? { extensionDir: dutch.folder } : {};
      const world = await openWorld({ ...extension, viewport: WIDE });
      try {
        const page = await board(world, theme);
        expect(await findings(page)).toEqual([]);
        const dark = await page.locator('dealside-badge .badge.dark').count();
        expect(dark > 0).toBe(theme === 'dark');
        await explain(page);
        expect((await tipOn(page))[0]).toBe(title);
        expect(await findings(page)).toEqual([]);
        await picture(page, `badges-axe-${language}-${theme}`);
        await page.setViewportSize(NARROW);
        await page.mouse.move(2, 2);
        await expect.poll(() => tipOn(page)).toEqual([]);
        await explain(page);
        const { left, right, top, bottom, overflows } = await tipBox(page);
        expect([left, top].every((edge) => edge >= 0)).toBe(true);
        expect(right).toBeLessThanOrEqual(NARROW.width);
        expect(bottom).toBeLessThanOrEqual(NARROW.height);
        expect(overflows).toBe(false);
        expect(await findings(page)).toEqual([]);
        await picture(page, `badges-narrow-${language}-${theme}`);
        // The page can be scrolled no further than without it.
        const room = await scrolledTo(page);
        await page.keyboard.press('Escape');
        expect([await tipOn(page), await scrolledTo(page)]).toEqual([[], room]);
      } finally {
        await world.close();
      }
    },
  );
});

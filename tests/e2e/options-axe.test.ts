import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES, hashOf } from '../../components/options/routes.ts';
import { fillTeam } from './admin-data.ts';
import { picture } from './pictures.ts';
import { dutchVariant, type Variant } from './variants.ts';
import { openWorld, type World } from './world.ts';

const WIDE = { width: 1280, height: 900 };
/** As narrow as a page of 1280 pixels is at twice, and at four times, its size. */
const ZOOMED = { width: 640, height: 900 };
const NARROW = { width: 320, height: 640 };

interface Place {
  readonly name: string;
  readonly hash: string;
  /** What is pressed there, so that what stands behind it is looked at too. */
  readonly then?: (page: Page) => Promise<void>;
}

const PARTS = ['gates', 'signals', 'prompts', 'answers', 'facts', 'stages', 'cards', 'settings'];

/** The screens, and what stands behind them: the parts of the editor, a gate, dialogs, results. */
const PLACES: readonly Place[] = [
  ...ROUTES.map(({ id }) => ({ name: id, hash: hashOf(id) })),
  ...PARTS.map((part) => ({ name: `edit-${part}`, hash: hashOf('edit', part) })),
  { name: 'gate', hash: hashOf('edit', 'gates', 'G3') },
  { name: 'publish', hash: hashOf('edit'), then: askToPublish },
  { name: 'result', hash: hashOf('try'), then: tryDraft },
  { name: 'deal', hash: hashOf('try'), then: openDeal },
];

async function askToPublish(page: Page): Promise<void> {
  await page.locator('.ed-bar-main button').click();
  await page.getByRole('dialog').waitFor();
}

async function tryDraft(page: Page): Promise<void> {
  await page.locator('.tr-start button').click();
  await page.locator('.tr-open').first().waitFor();
}

async function openDeal(page: Page): Promise<void> {
  await tryDraft(page);
  await page.locator('.tr-open').first().click();
  await page.getByRole('dialog').waitFor();
}

let dutch: Variant;
beforeAll(async () => {
  dutch = await dutchVariant();
});
afterAll(() => dutch.remove());

/** What axe finds serious or critical; by one of its rules alone where that is named. */
async function findings(page: Page, rule?: string): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations, passes } = await (rule ? axe.withRules(rule) : axe).analyze();
  // Without a look into the page there would be nothing to find.
  expect(passes.length).toBeGreaterThan(rule ? 0 : 5);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** True where something stands beyond the right edge, so that one would have to scroll sideways. */
const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Goes to a place by its address alone: the page stays the one that it is. */
async function goTo(page: Page, { hash, then }: Place): Promise<void> {
  await page.keyboard.press('Escape');
  // By way of another screen, so that nothing of the last look stays open.
  for (const next of [hashOf('about'), hash]) {
    await page.evaluate((address) => {
      location.hash = address;
    }, next);
    await page
      .locator(`nav a[aria-current][href="${next.split('/').slice(0, 2).join('/')}"]`)
      .waitFor();
  }
  await expect.poll(() => page.locator('main [aria-busy="true"]').count()).toBe(0);
  await then?.(page);
}

/**
 * Looks at what the page shows, at each width. Axe looks at the markup once in each language, wide and narrow; what
 * the dark colours change is the contrast alone.
 */
async function lookAt(page: Page, place: string, { scheme, language }: Look): Promise<void> {
  for (const [width, viewport] of Object.entries({ wide: WIDE, zoomed: ZOOMED, narrow: NARROW })) {
    await page.setViewportSize(viewport);
    const name = `options-${place}-${width}-${scheme}-${language}`;
    expect.soft(await overflows(page), `${name} is too wide`).toBe(false);
    const rule = scheme === 'dark' ? 'color-contrast' : undefined;
    const looks = width === (language === 'nl' ? 'narrow' : 'wide');
    if (looks) expect.soft(await findings(page, rule), name).toEqual([]);
    await picture(page, name);
  }
  await page.setViewportSize(WIDE);
}

interface Look {
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'nl';
}

const LOOKS: readonly Look[] = [
  { scheme: 'light', language: 'en' },
  { scheme: 'dark', language: 'en' },
  { scheme: 'light', language: 'nl' },
];

describe.each(LOOKS)('the options page, $scheme, $language', (look) => {
  let world: World;
  let page: Page;
  beforeAll(async () => {
    const extensionDir = look.language === 'nl' ? { extensionDir: dutch.folder } : {};
    world = await openWorld({ colorScheme: look.scheme, viewport: WIDE, ...extensionDir });
    page = await fillTeam(world);
    return () => world.close();
  });

  test.each(PLACES)('axe finds nothing serious on "$name", at any width', async (place) => {
    await goTo(page, place);
    await lookAt(page, place.name, look);
  });

  test('nor on the page that a new installation opens with', async () => {
    await page.goto(`chrome-extension://${world.extensionId()}/welcome.html`);
    await page.locator('main[aria-busy="false"]').waitFor();
    await lookAt(page, 'welcome', look);
  });
});

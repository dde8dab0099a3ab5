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

/** What axe finds serious or critical. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  // Without a look into the page there would be nothing to find.
  expect(passes.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(5);
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
    await page.locator(`nav a[aria-current][href="${next.split('/').slice(0, 2).join('/')}"]`).waitFor();
  }
  await expect.poll(() => page.locator('main [aria-busy="true"]').count()).toBe(0);
  await then?.(page);
}

/** Looks at what the page shows, at each width. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const [width, viewport] of [
    ['', WIDE],
    ['-zoomed', ZOOMED],
    ['-narrow', NARROW],
  ] as const) {
    await page.setViewportSize(viewport);
    expect.soft(await overflows(page), `${name}${width} is too wide`).toBe(false);
    // What axe looks at is the same at all widths but for the places of things: twice is enough.
    if (viewport !== ZOOMED) expect.soft(await findings(page), `${name}${width}`).toEqual([]);
    await picture(page, `options-${name}${width}`);
  }
  await page.setViewportSize(WIDE);
}

describe.each([
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'nl'],
] as const)('the options page, %s, %s', (colorScheme, language) => {
  let world: World;
  let page: Page;
  const named = (name: string): string => `${name}-${colorScheme}-${language}`;
  beforeAll(async () => {
    const extensionDir = language === 'nl' ? { extensionDir: dutch.folder } : {};
    world = await openWorld({ colorScheme, viewport: WIDE, ...extensionDir });
    page = await fillTeam(world);
    return () => world.close();
  });

  test.each(PLACES)('axe finds nothing serious on "$name", at any width', async (place) => {
    await goTo(page, place);
    await lookAt(page, named(place.name));
  });

  test('nor on the page that a new installation opens with', async () => {
    await page.goto(`chrome-extension://${world.extensionId()}/welcome.html`);
    await page.locator('main h1').waitFor();
    await lookAt(page, named('welcome'));
  });
});

import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES, hashOf, type RouteId } from '../../components/options/routes.ts';
import { picture } from './pictures.ts';
import { dutchVariant, type Variant } from './variants.ts';
import { openWorld, type World } from './world.ts';

const WIDE = { width: 1280, height: 900 };
/** As narrow as a page of 1280 pixels is at twice, and at four times, its size. */
const ZOOMED = { width: 640, height: 900 };
const NARROW = { width: 320, height: 640 };

/** The screens, and what stands behind them: the parts of the editor, and one gate in it. */
const PLACES: readonly (readonly [string, string])[] = [
  ...ROUTES.map(({ id }): [string, string] => [id, hashOf(id)]),
  ...['gates', 'signals', 'prompts', 'answers', 'facts', 'stages', 'cards', 'settings'].map(
    (part): [string, string] => [`edit-${part}`, hashOf('edit' satisfies RouteId, part)],
  ),
  ['edit-gate', hashOf('edit', 'gates', 'G3')],
];

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

async function open(world: World, hash: string): Promise<Page> {
  const page = await world.newPage();
  await page.goto(`chrome-extension://${world.extensionId()}/options.html${hash}`);
  await page.locator('main[aria-busy="false"]').waitFor();
  await expect.poll(() => page.locator('main').getByText('Reading what is kept').count()).toBe(0);
  return page;
}

describe.each([
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'nl'],
] as const)('the options page, %s, %s', (colorScheme, language) => {
  let world: World;
  beforeAll(async () => {
    const extensionDir = language === 'nl' ? { extensionDir: dutch.folder } : {};
    world = await openWorld({ colorScheme, viewport: WIDE, ...extensionDir });
    // The editor starts a draft of the playbook in force.
    const page = await open(world, hashOf('edit'));
    await page.close();
    return () => world.close();
  });

  test.each(PLACES)('axe finds nothing serious on "%s", at any width', async (name, hash) => {
    const page = await open(world, hash);
    for (const [width, viewport] of [
      ['', WIDE],
      ['-zoomed', ZOOMED],
      ['-narrow', NARROW],
    ] as const) {
      await page.setViewportSize(viewport);
      expect(await findings(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await picture(page, `options-${name}${width}-${colorScheme}-${language}`);
    }
    await page.close();
  });
});

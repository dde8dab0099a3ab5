import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../tools/browser.ts';
import { buildGallery } from './gallery/build.ts';
import { views } from './gallery/views.ts';

/** What axe finds in the card, minor matters left out. It looks into the open shadow root by itself. */
async function problemsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>("axe.run('dealside-card')");
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The card in a real browser: what jsdom cannot see is colour, place, pointer and the shadow root's focus. */
const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

describe('the card in Chromium', () => {
  let browser: Browser;
  let folder: string;
  let address: string;
  beforeAll(async () => {
    const { path } = await findChromium();
    folder = await mkdtemp(join(tmpdir(), 'dealside-gallery-'));
    await writeFile(join(folder, 'gallery.html'), await buildGallery());
    address = pathToFileURL(join(folder, 'gallery.html')).href;
    browser = await chromium.launch({ executablePath: path, args: QUIET });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function withCard(
    state: string,
    see: (page: Page) => Promise<void>,
    width = 900,
  ): Promise<void> {
    const viewport = { width, height: 700 };
    const page = await browser.newPage({ colorScheme: 'light', reducedMotion: 'reduce', viewport });
    try {
      await page.goto(`${address}#${state}`);
      await page.locator('.ds').waitFor({ state: 'attached' });
      await see(page);
    } finally {
      await page.close();
    }
  }

  it.each(Object.keys(views))('has no serious problem in the state "%s", light and dark', (state) =>
    withCard(state, async (page) => {
      const folds = page.locator('.ds [aria-expanded="false"]:not(.ds-pill)');
      while ((await folds.count()) > 0) await folds.first().click();
      expect(await problemsIn(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await problemsIn(page)).toEqual([]);
    }),
  );

  it.each([320, 900])('stays inside a window %i px wide, in both languages', async (width) => {
    for (const state of ['out', 'out,nl', 'commit,nl', 'unknown,nl']) {
      await withCard(
        state,
        async (page) => {
          const box = (await page.locator('.ds-card').boundingBox())!;
          expect(box.width).toBe(320);
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          const wide = await page
            .locator('.ds-scroll')
            .evaluate((area) => area.scrollWidth - area.clientWidth);
          expect(wide, state).toBe(0);
        },
        width,
      );
    }
  });

  it('gives every button room to be hit', () =>
    withCard('out', async (page) => {
      for (const button of await page.locator('.ds button').all()) {
        const box = (await button.boundingBox())!;
        expect(Math.min(box.width, box.height), await button.innerText()).toBeGreaterThanOrEqual(
          24,
        );
      }
    }));

  it('is dragged by its bar, and a drag of the small card does not open it', () =>
    withCard('edge', async (page) => {
      const place = async () => (await page.locator('.ds > *').boundingBox())!;
      const drag = async (selector: string): Promise<void> => {
        await page.locator(selector).hover();
        await page.mouse.down();
        await page.mouse.move(400, 300, { steps: 4 });
        await page.mouse.up();
      };
      const before = await place();
      await drag('.ds-deal');
      expect((await place()).x).toBeLessThan(before.x);
      await page.getByRole('button', { name: 'Make the card small' }).click();
      await drag('.ds-pill');
      expect(await page.locator('.ds-pill').count()).toBe(1);
      await page.locator('.ds-pill').click();
      await page.locator('.ds-card').waitFor();
    }));

  it('keeps the focus in its shadow root through a form, Escape and the small card', () =>
    withCard('edge', async (page) => {
      const focused = (): Promise<string> =>
        page.evaluate(() => {
          const element = document.querySelector('dealside-card')?.shadowRoot?.activeElement;
          return element?.getAttribute('aria-label') ?? element?.tagName ?? 'nothing';
        });
      await page.getByRole('button', { name: 'Answer: Agreed next step' }).click();
      expect(await focused()).toBe('TEXTAREA');
      await page.keyboard.type('Anna asks IT');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved: Agreed next step').waitFor();
      expect(await focused()).toBe('Answer: Agreed next step');
      await page.keyboard.press('Escape');
      expect(await focused()).toBe('BUTTON');
      await page.keyboard.press('Enter');
      expect(await focused()).toMatch(/^Dealside/);
    }));

  it('takes nothing from the page: its font, its root size, its buttons', () =>
    withCard('edge', async (page) => {
      const style = await page
        .locator('.ds-button-plain')
        .first()
        .evaluate((button) => {
          const { fontSize, letterSpacing, margin } = getComputedStyle(button);
          return { fontSize, letterSpacing, margin };
        });
      expect(style).toEqual({ fontSize: '13px', letterSpacing: 'normal', margin: '0px' });
    }));

  it('does not move while somebody types', () =>
    withCard('counts', async (page) => {
      const field = page.getByRole('textbox');
      await field.click();
      const before = (await field.boundingBox())!;
      await page.keyboard.type('Two days a month, they say');
      expect(await field.boundingBox()).toEqual(before);
    }));
});

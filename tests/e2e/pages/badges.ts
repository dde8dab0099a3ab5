import type { Page } from 'playwright-core';

/** One row or card, with what its badge says. */
export interface SeenBadge {
  readonly text: string;
  /** Null where there is no badge in its place. */
  readonly standing: string | null;
}

/** All rows that a selector finds, with their badges. */
export const standings = (page: Page, rows: string): Promise<SeenBadge[]> =>
  page.locator(rows).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const badge = element.querySelector<HTMLElement>('dealside-badge');
      const seen = badge?.shadowRoot?.querySelector('.badge') ?? null;
      return seen === null
        ? []
        : [{ text: element.textContent, standing: badge?.dataset.standing ?? null }];
    }),
  );

/** The standing on the badge of the row with this name; undefined where it has none. */
export const badgeOn = async (page: Page, rows: string, name: string) =>
  (await standings(page, rows)).find(({ text }) => text.includes(name))?.standing;

/** The boxes of all rows and of everything in them, to the pixel's hundredth. */
const boxesOf = (page: Page, rows: string): Promise<string[]> =>
  page.locator(rows).evaluateAll((elements) =>
    elements
      .flatMap((element) => [element, ...element.querySelectorAll('*:not(dealside-badge)')])
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const box = [x, y, width, height].map((value) => value.toFixed(2)).join(' ');
        return `${element.localName} ${box}`;
      }),
  );

/** The same, once the page has come to rest: its pictures and letters may come late. */
export async function boxesAtRest(page: Page, rows: string): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  for (;;) {
    const before = await boxesOf(page, rows);
    for (let frames = 20; frames > 0; frames -= 1) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    const after = await boxesOf(page, rows);
    if (after.join() === before.join()) return after;
  }
}

/** What the explanation says that is open just now, line by line; empty while none is. */
export const tipOn = (page: Page): Promise<string[]> =>
  page.locator('dealside-badge').evaluateAll((badges) =>
    badges.flatMap((badge) => {
      const tip = badge.shadowRoot?.querySelector('.tip:popover-open');
      return tip ? [...tip.querySelectorAll('p')].map(({ textContent }) => textContent) : [];
    }),
  );

/** Drags an element to the middle of another with the mouse, in steps, as a hand does. */
export async function dragTo(page: Page, from: [number, number], to: [number, number]) {
  await page.mouse.move(...from);
  await page.mouse.down();
  // The first step wakes the page's own drag and drop.
  await page.mouse.move(from[0] + 8, from[1] + 4, { steps: 4 });
  await page.mouse.move(...to, { steps: 25 });
  // The page follows frame by frame.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.mouse.up();
}

/** Where the open explanation stands in the window, in CSS pixels, and whether its words stand over its edge. */
export const tipBox = (page: Page) =>
  page.locator('dealside-badge .tip').evaluate((tip) => {
    const { left, right, top, bottom } = tip.getBoundingClientRect();
    const lines = [...tip.querySelectorAll('p')].map((line) => line.getBoundingClientRect());
    const overflows = lines.some((line) => line.right > right || line.bottom > bottom);
    return { left, right, top, bottom, overflows };
  });

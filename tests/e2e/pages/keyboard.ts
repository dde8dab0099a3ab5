import type { Locator, Page } from 'playwright-core';

/** How many stops a screen may have before something is called out of reach. */
const STOPS = 200;

/**
 * Presses Tab, or Shift and Tab where it stands above, until the focus is on the element: what cannot be reached so,
 * nobody reaches by keyboard.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  let key: string | undefined;
  for (let stop = 0; stop < STOPS; stop += 1) {
    const way = await target.evaluate(wayTo);
    if (way === 'here') return;
    // Once it is on its way it does not turn: an element that no key leads to would be passed for ever.
    key ??= way === 'above' ? 'Shift+Tab' : 'Tab';
    await page.keyboard.press(key);
  }
  throw new Error(`No ${STOPS} presses of Tab lead to ${target.toString()}.`);
}

/** Runs in the page: where an element stands, seen from the focus. */
function wayTo(element: Element): 'here' | 'above' | 'below' {
  const { activeElement } = document;
  if (activeElement === element) return 'here';
  const place = activeElement?.compareDocumentPosition(element) ?? 0;
  return place & Node.DOCUMENT_POSITION_PRECEDING ? 'above' : 'below';
}

/** Goes to a button or link and presses it with Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a text field and types over what it holds. */
export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Goes to a day's field and types the day, as the browser's English writes it. */
export async function writeDay(page: Page, target: Locator, iso: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(iso.replace(/^(\d+)-(\d+)-(\d+)$/, '$2$3$1'));
}

/** Goes to a select and takes an option as its first letters are typed. */
export async function choose(page: Page, target: Locator, option: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(option);
}

/** Whether something has the focus: where nothing has, a person with a keyboard is thrown back to the page's start. */
export const hasFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);

/** Notes from now on whether the page is touched with a pointer; the returned function tells. */
export async function watchPointer(page: Page): Promise<() => Promise<boolean>> {
  const seen = await page.evaluateHandle(() => {
    const noted = { pointer: false };
    const note = (): void => {
      noted.pointer = true;
    };
    addEventListener('pointerdown', note, { capture: true });
    return noted;
  });
  return () => seen.evaluate(({ pointer }) => pointer);
}

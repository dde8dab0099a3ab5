import type { Locator, Page } from 'playwright-core';

/** How many stops a screen may have before something is called out of reach. */
const STOPS = 200;

/** Presses Tab until the focus is on the element: what cannot be reached so, nobody reaches by keyboard. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No ${STOPS} presses of Tab lead to ${target.toString()}.`);
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

/** Goes to a select and takes an option as its first letters are typed. */
export async function choose(page: Page, target: Locator, option: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(option);
}

import type { Locator, Page } from 'playwright-core';

/** The dialog that a deal is open in. */
export const dialogOn = (page: Page): Locator => page.locator('[role=dialog]').first();

/** Loads a deal's page anew, and waits until its dialog shows it. */
export async function openDeal(page: Page, url: string, name: string): Promise<void> {
  // Between addresses that differ behind the hash alone, nothing would be loaded.
  await page.goto('about:blank');
  await page.goto(url);
  await showsDeal(page, name);
}

/** Dialog and heading are used again for the next deal: the heading's text is what tells. */
export const showsDeal = (page: Page, name: string): Promise<void> =>
  dialogOn(page).locator('h5').filter({ hasText: name }).waitFor();

/** Opens a deal with a click on its card on the board. */
export async function openFromBoard(page: Page, name: string): Promise<void> {
  await page.locator('[data-rfd-draggable-id]').filter({ hasText: name }).click();
  await showsDeal(page, name);
}

/** Opens the edit form of the deal that is open. */
export async function edit(page: Page): Promise<void> {
  await dialogOn(page).getByRole('link', { name: 'Edit' }).click();
  await inputOf(page, 'amount').waitFor();
}

export const inputOf = (page: Page, name: string): Locator =>
  dialogOn(page).locator(`input[name="${name}"]`);

/** Writes over an input of the edit form with the keyboard; nothing is saved. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await inputOf(page, name).click();
  await page.keyboard.press('ControlOrMeta+a');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
}

/** Closes the dialog; the board is left. */
export async function closeDeal(page: Page): Promise<void> {
  await dialogOn(page)
    .locator('button')
    .filter({ has: page.locator('[data-testid=CancelIcon], [data-testid=CloseIcon]') })
    .first()
    .click();
  await dialogOn(page).waitFor({ state: 'detached' });
}

import type { Locator, Page } from 'playwright-core';
import type { Login, RunningCrm } from '../../crms/crm.ts';

/** Everything is looked for in the pane in front: panes behind it keep inputs of the same names. */
const PANE = '#tabcontent > .tab-pane.active';

/** Wide enough that the card covers none of the form's fields. */
export const VIEWPORT = { width: 1640, height: 900 };

/** A field of the form in front, by the name that Tryton has for it. */
export const fieldOf = (page: Page, name: string): Locator =>
  page.locator(`${PANE} input[name="${name}"]`).filter({ visible: true }).first();

/** Opens the list of deals, and logs in where Tryton asks for it: its session outlives a tab. */
export async function logIn(
  page: Page,
  crm: RunningCrm,
  language: Login['language'] = 'en',
): Promise<void> {
  const user = crm.logins.find((login) => login.language === language);
  if (!user) throw new Error(`Nobody speaks ${language} in this Tryton.`);
  await page.goto(crm.url);
  const asked = page.locator('#login');
  await asked.or(rows(page)).first().waitFor();
  if (await asked.isVisible()) {
    // Before Tryton knows its databases, it takes no name.
    await page.locator('#database').filter({ visible: true }).waitFor();
    await asked.fill(user.login);
    await page.keyboard.press('Enter');
    await givePassword(page, user);
  }
  await rows(page).first().waitFor();
}

/** Answers Tryton's question for the password. */
export async function givePassword(page: Page, { password }: Login): Promise<void> {
  await page.locator('.modal input[type=password]').fill(password);
  await page.keyboard.press('Enter');
}

const rows = (page: Page): Locator => page.locator(`${PANE} tbody tr`).filter({ visible: true });

/**
 * Opens a deal from the list in front, as a person does; so Tryton's next and previous go through the list.
 * A deal that is opened by its address stands alone.
 */
export async function openFromList(page: Page, name: string): Promise<void> {
  // On its name: other cells lead to the company or the person in them.
  await rows(page).getByText(name, { exact: true }).dblclick();
  await showsName(page, name);
}

/** The deal's own page by its address, in a tab of Tryton's of its own. */
export async function openByAddress(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await showsName(page, name);
}

/** Tryton puts values into inputs that are there already, without a trace: the value is what tells. */
export async function showsName(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    ([selector, wanted]) =>
      document.querySelector<HTMLInputElement>(selector ?? '')?.value === wanted,
    [`${PANE} input[name="description"]`, name],
  );
}

/** The name of the deal in the form in front. */
export const nameIn = async (page: Page): Promise<string> =>
  await fieldOf(page, 'description').inputValue();

/**
 * Writes over a field with the keyboard and leaves the caret in it: nothing is saved, nothing left. Tryton puts
 * its values into the form once more when a late answer comes, over what was typed meanwhile; then it is
 * typed again, as a person would.
 */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  for (let left = 3; left > 0; left -= 1) {
    await fieldOf(page, name).click();
    // A click may put a number's own input in the place of the text one.
    await page.waitForFunction(isWrittenIn, name);
    const before = await page.evaluate(writtenAfterFrames);
    await page.keyboard.press('ControlOrMeta+a');
    if (text === '') await page.keyboard.press('Delete');
    else await page.keyboard.type(text);
    const after = await page.evaluate(writtenAfterFrames);
    if (after !== before || after === text) return;
  }
  throw new Error(`Tryton does not keep "${text}" in ${name}.`);
}

/** Runs in the page: whether the caret stands in the input that takes the field's text. */
function isWrittenIn(name: string): boolean {
  const input = document.activeElement;
  if (!(input instanceof HTMLInputElement) || input.name !== name) return false;
  return input.checkVisibility() && (name !== 'amount' || input.type === 'number');
}

/** Runs in the page: what stands under the caret after two frames. */
async function writtenAfterFrames(): Promise<string | undefined> {
  for (let frames = 2; frames > 0; frames -= 1) await new Promise(requestAnimationFrame);
  const input = document.activeElement;
  return input instanceof HTMLInputElement ? input.value : undefined;
}

export const next = (page: Page): Promise<void> => page.locator(`${PANE} button#next`).click();
export const previous = (page: Page): Promise<void> =>
  page.locator(`${PANE} button#previous`).click();

/**
 * Goes to the next or previous deal as soon as Tryton lets a person: pressed again before the form has
 * followed, Tryton takes the record for a changed one and asks whether to save it.
 */
export async function turn(page: Page, to: typeof next): Promise<void> {
  const before = await nameIn(page);
  await to(page);
  await page.waitForFunction(
    ([selector, old]) => {
      const value = document.querySelector<HTMLInputElement>(selector ?? '')?.value;
      return value !== undefined && value !== '' && value !== old;
    },
    [`${PANE} input[name="description"]`, before],
    { polling: 'raf' },
  );
}

/** Saves the deal, and waits until Tryton says so. What is typed before that, Tryton may overwrite. */
export async function save(page: Page): Promise<void> {
  await page.locator(`${PANE} button#save`).click();
  await page.locator(`${PANE} .infobar.alert-info`).filter({ visible: true }).waitFor();
}

/** Goes from the form back to the list, and the other way. */
export const switchView = (page: Page): Promise<void> =>
  page.locator(`${PANE} button#switch_`).click();

/** Tryton's question whether a changed record is to be saved. */
export const question = (page: Page): Locator => page.locator('.modal').filter({ visible: true });

/** Brings one of Tryton's own tabs to the front, counted from 1. */
export const frontTab = (page: Page, number: number): Promise<void> =>
  page.locator(`#tablist > li:nth-child(${number}) a`).first().click();

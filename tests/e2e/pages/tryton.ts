import type { Locator, Page } from 'playwright-core';
import type { Login, RunningCrm } from '../../crms/crm.ts';

/** Everything is looked for in the pane in front: panes behind it keep inputs of the same names. */
const PANE = '#tabcontent > .tab-pane.active';

/** A field of the form in front, by the name that Tryton has for it. */
export const fieldOf = (page: Page, name: string): Locator =>
  page.locator(`${PANE} input[name="${name}"]`).filter({ visible: true }).first();

/** Logs in on a page that asks for it, as somebody who speaks that language. */
export async function logIn(page: Page, crm: RunningCrm, language: Login['language'] = 'en'): Promise<void> {
  const user = crm.logins.find((login) => login.language === language);
  if (!user) throw new Error(`Nobody speaks ${language} in this Tryton.`);
  await page.goto(crm.url);
  await page.locator('#login').fill(user.login);
  await page.keyboard.press('Enter');
  await page.locator('.modal input[type=password]').fill(user.password);
  await page.keyboard.press('Enter');
  await rows(page).first().waitFor();
}

const rows = (page: Page): Locator => page.locator(`${PANE} tbody tr`).filter({ visible: true });

/**
 * Opens a deal from the list in front, as a person does; so Tryton's next and previous go through the list.
 * A deal that is opened by its address stands alone.
 */
export async function openFromList(page: Page, name: string): Promise<void> {
  await rows(page).filter({ hasText: name }).dblclick();
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

/** Writes over a field with the keyboard and leaves the caret in it: nothing is saved, nothing left. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  const field = fieldOf(page, name);
  await field.click();
  // A click may put a number's own input in the place of the text one.
  await page.keyboard.press('ControlOrMeta+a');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
}

export const next = (page: Page): Promise<void> => page.locator(`${PANE} button#next`).click();
export const previous = (page: Page): Promise<void> => page.locator(`${PANE} button#previous`).click();
export const save = (page: Page): Promise<void> => page.locator(`${PANE} button#save`).click();
/** Goes from the form back to the list, and the other way. */
export const switchView = (page: Page): Promise<void> => page.locator(`${PANE} button#switch_`).click();

/** Tryton's question whether a changed record is to be saved. */
export const question = (page: Page): Locator => page.locator('.modal').filter({ visible: true });

/** What the server holds, asked from outside the browser. */
export interface TrytonServer {
  readonly read: (id: number, fields: readonly string[]) => Promise<Record<string, unknown>>;
  readonly notes: (id: number) => Promise<readonly string[]>;
  /** Ends every session of the user, as an administrator or the passage of time would. */
  readonly endSessions: (database: string) => Promise<void>;
}

type Call = (method: string, params: readonly unknown[]) => Promise<unknown>;

/** Logs in to the server's own interface. */
export async function serverOf(crm: RunningCrm): Promise<TrytonServer> {
  const address = crm.url.slice(0, crm.url.indexOf('#')) + 'crm/';
  const [user, session] = (await post(address, {}, 'common.db.login', [
    crm.login,
    { password: crm.password },
    'en',
  ])) as [number, string];
  const key = Buffer.from(`${crm.login}:${user}:${session}`).toString('base64');
  const call: Call = (method, params) =>
    post(address, { Authorization: `Session ${key}` }, method, [...params, {}]);
  return {
    read: async (id, fields) => {
      const rows = (await call('model.sale.opportunity.read', [[id], fields])) as Record<string, unknown>[];
      return rows[0] ?? {};
    },
    notes: async (id) => {
      const notes = await call('model.ir.note.search_read', [
        [['resource', '=', `sale.opportunity,${id}`]], 0, null, null, ['message'],
      ]);
      return (notes as { message: string }[]).map(({ message }) => message);
    },
    endSessions: async () => {
      await call('model.res.user.session', []);
    },
  };
}

async function post(
  address: string,
  headers: Record<string, string>,
  method: string,
  params: readonly unknown[],
): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ id: 0, method, params }),
  });
  const answer = (await response.json()) as { result?: unknown; error?: unknown };
  if (answer.error !== undefined) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
  return answer.result;
}

/** A date as Tryton's interface gives it, as YYYY-MM-DD. */
export function isoOf(value: unknown): string | null {
  if (value === null || typeof value !== 'object') return null;
  const { year, month, day } = value as { year: number; month: number; day: number };
  return new Temporal.PlainDate(year, month, day).toString();
}

import type { Locator, Page } from 'playwright-core';
import type { World } from '../world.ts';

/** The picker's panel; the demo build's shadow root is open. */
export const inPicker = (page: Page, selector: string): Locator =>
  page.locator(`dealside-picker ${selector}`);

/** Makes the demo build take CRMs that it knows for ones that it does not. */
export async function forgetCrms(world: World, crms: readonly string[]): Promise<void> {
  const worker = await world.background();
  await worker.evaluate(async (ids) => {
    const { storage } = (globalThis as unknown as { chrome: Extension }).chrome;
    await storage.local.set({ 'unknown-crms': ids });
  }, crms);
}

/** What is used of the extension interface inside the background; its own types are not loaded in tests. */
interface Extension {
  readonly storage: { readonly local: { set(values: Record<string, unknown>): Promise<void> } };
}

/** Opens the options, adds the site, and starts pointing in the tab that shows it. */
export async function startFromOptions(world: World, address: string): Promise<Page> {
  const options = await world.newPage();
  await options.goto(`chrome-extension://${world.extensionId()}/options.html#/sites`);
  await options.getByLabel('Address of the CRM').fill(address);
  await options.getByRole('button', { name: 'Add a CRM site' }).click();
  await options.getByRole('button', { name: 'Point at the fields', exact: true }).click();
  return options;
}

/** A field's line in the panel. */
export const fieldLine = (page: Page, field: string): Locator =>
  inPicker(page, `.ds-pick-field[data-field="${field}"]`);

/** Points at an element with the mouse, as a person does, and gives what the panel says of the field. */
export async function pointAt(page: Page, field: string, target: Locator): Promise<string> {
  const line = fieldLine(page, field);
  await line.getByRole('button', { name: /^(Point at|Stop)/ }).click();
  await line.getByRole('button', { name: 'Stop' }).waitFor();
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error(`There is nothing to point at for ${field}.`);
  const [x, y] = [box.x + Math.min(box.width / 2, 60), box.y + box.height / 2];
  await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.click(x, y);
  await line.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
  return (await line.locator('.ds-pick-value, .ds-pick-bad').textContent()) ?? '';
}

/** What the panel's table says of the second deal, by field. */
export async function compared(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = await inPicker(page, '.ds-pick-table tbody tr').all();
  const entries = rows.map(
    async (row) =>
      [
        (await row.getAttribute('data-field')) ?? '',
        await row.locator('td').allTextContents(),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** What is kept of a deal in the database: name, amount, close date and stage of its last saved reading. */
export async function storedReading(
  world: World,
  crm: string,
  id: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const worker = await world.background();
  return await worker.evaluate(readStored, [crm, id] as const);
}

interface Row {
  readonly ref: { readonly crm: string; readonly id: string };
  readonly reading: { readonly fields: Readonly<Record<string, { readonly value?: unknown }>> };
}

/** Runs in the background. */
function readStored([crm, id]: readonly [string, string]): Promise<
  Record<string, unknown> | undefined
> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('dealside');
    opening.onsuccess = () => {
      const { result: database } = opening;
      const all = database.transaction('deals').objectStore('deals').getAll();
      all.onsuccess = () => {
        database.close();
        const row = (all.result as Row[]).find(({ ref }) => ref.crm === crm && ref.id === id);
        if (!row) {
          resolve(undefined);
          return;
        }
        const { name, amount, closeDate, stage } = row.reading.fields;
        const label = (stage?.value as { label?: unknown } | undefined)?.label;
        resolve({
          name: name?.value,
          amount: amount?.value,
          closeDate: closeDate?.value,
          stage: label,
        });
      };
    };
  });
}

/** The currency of the site's amounts, and its stages' ends, as the panel asks for them. */
export async function answerAsks(
  page: Page,
  { currency, won, lost }: { currency: string; won: string; lost: string },
): Promise<void> {
  const money = inPicker(page, '.ds-pick-ask').filter({ hasText: 'currency' });
  await money.getByRole('textbox').fill(currency);
  await money.getByRole('button', { name: 'Use' }).click();
  const stages = inPicker(page, '.ds-pick-ask').filter({ hasText: 'is over' });
  const choose = async (label: string, value: string): Promise<void> => {
    const field = stages.getByLabel(label);
    if ((await field.evaluate(({ localName }) => localName)) === 'select')
      await field.selectOption(value);
    else await field.fill(value);
  };
  await choose('Won is called', won);
  await choose('Lost is called', lost);
  await stages.getByRole('button', { name: 'Use' }).click();
  await stages.waitFor({ state: 'detached' });
}

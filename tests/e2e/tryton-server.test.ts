import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gateOn, inCard, openCard, readOn, seeCard } from './pages/card.ts';
import * as tryton from './pages/tryton.ts';
import { decimalOf, endSession, serverOf, type Session } from './pages/tryton-server.ts';
import { picture } from './pictures.ts';
import { dutchVariant, type Variant } from './variants.ts';
import { openWorld, startOrLeaveOut, type World } from './world.ts';

const VELDEN = 'Warehouse scanners, three sites';
const KESTREL = 'Service desk renewal and extension';

/** In the window; were day and month mixed up it would be the seventh of August, beyond it. */
const EIGHTH_OF_JULY = { nl: '08-07-2026', de: '08.07.2026' };

const crm = await startOrLeaveOut('tryton');
afterAll(() => crm?.stop());

describe.skipIf(!crm)("what Tryton's server knows", () => {
  let world: World;
  let page: Page;

  beforeAll(async () => {
    world = await openWorld({ viewport: tryton.VIEWPORT });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    page = await world.newPage();
    await tryton.logIn(page, crm!);
    await tryton.openFromList(page, VELDEN);
    await openCard(page, 'tryton:1');
    return () => page.close();
  });
  const notices = async (): Promise<readonly string[] | undefined> =>
    (await seeCard(page))?.notices;

  test('its revisions tell on the first day how often the date moved', async () => {
    await expect
      .poll(async () => (await seeCard(page))?.signals)
      .toContainEqual(expect.stringContaining('The close date moved 2 times'));
  });

  test('what is shared from the card stands in Tryton as a note on the deal', async () => {
    const question = (await seeCard(page))?.question;
    expect(question).toBeTruthy();
    const text = 'Marloes reads the contract on Friday & signs <next week>';
    await inCard(page, '.ds-ask textarea').fill(text);
    await inCard(page, '.ds-ask button').filter({ hasText: 'Share to CRM' }).click();
    await expect.poll(() => inCard(page, '.ds-said').textContent()).toBe('Shared to Tryton');
    const server = await serverOf(crm!);
    const notes = await server.notes(1);
    expect(notes).toHaveLength(3);
    expect(notes).toContain(`${question}\n${text}`);
    await page.locator('#tabcontent > .tab-pane.active button#note').click();
    await tryton.question(page).getByText('Marloes reads the contract').first().waitFor();
    await picture(page, 'tryton-note');
  });

  test('a session that has ended is said in one line; what is typed stays, and is saved after the log-in', async () => {
    await tryton.typeInto(page, 'amount', '31000');
    await expect.poll(() => readOn(page, 'A real amount')).toBe('Amount: €31,000');
    const session = await page.evaluate(() => localStorage.getItem('sao_session_crm'));
    await endSession(crm!, JSON.parse(session ?? '') as Session);
    await page.locator('#tabcontent > .tab-pane.active button#save').click();
    await expect
      .poll(notices)
      .toEqual(['Your session at Tryton has ended. Saved values are as last seen.']);
    await picture(page, 'tryton-session-ended');
    expect(await readOn(page, 'A real amount')).toBe('Amount: €31,000');
    await tryton.givePassword(page, crm!.logins[0]!);
    const server = await serverOf(crm!);
    await expect
      .poll(async () => decimalOf((await server.read(1, ['amount'])).amount))
      .toBe('31000');
    await expect.poll(notices).toEqual([]);
    expect(await readOn(page, 'A real amount')).toBe('Amount: €31,000');
  });
});

describe.skipIf(!crm)('Tryton in other languages', () => {
  let page: Page;
  let world: World;
  let variant: Variant | undefined;
  const open = async (language: 'nl' | 'de'): Promise<void> => {
    variant = language === 'nl' ? await dutchVariant() : undefined;
    world = await openWorld({
      viewport: tryton.VIEWPORT,
      lang: `${language}-${language.toUpperCase()}`,
      ...(variant && { extensionDir: variant.folder }),
    });
    page = await world.newPage();
    await tryton.logIn(page, crm!, language);
    await tryton.openFromList(page, KESTREL);
    await openCard(page, 'tryton:3');
    expect(await tryton.fieldOf(page, 'amount').inputValue()).toBe('117.549,99');
  };
  afterEach(async () => {
    await world.close();
    await variant?.remove();
  });

  test('a Dutch user’s amounts and dates, in a Dutch card', async () => {
    await open('nl');
    expect(await readOn(page, 'Een echt bedrag')).toContain('117.549,99');
    await tryton.typeInto(page, 'end_date', '30-09-2026');
    await expect.poll(() => gateOn(page, 'Binnen het venster')).toBe('open');
    await tryton.typeInto(page, 'end_date', EIGHTH_OF_JULY.nl);
    await expect.poll(() => gateOn(page, 'Binnen het venster')).toBe('met');
    expect((await seeCard(page))?.standingText).toBe('Telt nog niet mee');
    await picture(page, 'tryton-nl');
  });

  test('a German user’s amounts and dates, in an English card', async () => {
    await open('de');
    expect(await readOn(page, 'A real amount')).toBe('Amount: €117,549.99');
    await tryton.typeInto(page, 'end_date', '30.09.2026');
    await expect.poll(() => gateOn(page, 'In the window')).toBe('open');
    await tryton.typeInto(page, 'end_date', EIGHTH_OF_JULY.de);
    await expect.poll(() => gateOn(page, 'In the window')).toBe('met');
    await picture(page, 'tryton-de');
  });
});

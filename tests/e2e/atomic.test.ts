import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningCrm } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import { say } from '../tools/say.ts';
import * as atomic from './pages/atomic.ts';
import { gateOn, hostOn, inCard, openCard, readOn, seeCard } from './pages/card.ts';
import { picture } from './pictures.ts';
import { openWorld, TODAY, type World } from './world.ts';

const VELDEN = 'Warehouse scanners, three sites';
const COLDCHAIN = 'Cold-chain sensors, phase one';

let crm: RunningCrm;
let world: World;
let page: Page;
/** What went wrong on the page, in its own scripts and in ours. */
let errors: string[];

beforeAll(async () => {
  crm = await startCrm('atomic', { say, today: TODAY });
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
  await crm.stop();
});
beforeEach(async () => {
  page = await world.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return async () => {
    await page.close();
    expect(errors).toEqual([]);
  };
});

const open = async (key: string, name: string): Promise<void> => {
  await atomic.openDeal(page, crm.deals.get(key)!, name);
};

describe("a deal in Atomic's dialog", () => {
  test('has the card in the dialog, with what the page shows', async () => {
    await open('velden', VELDEN);
    await openCard(page, 'atomic:1');
    await picture(page, 'atomic-show');
    const home = await hostOn(page).evaluate((host) => host.parentElement?.getAttribute('role'));
    expect(home).toBe('dialog');
    const card = await seeCard(page);
    expect(card).toMatchObject({
      name: VELDEN,
      standing: 'out',
      standingText: 'Does not count yet',
    });
    expect(card?.window).toBe('Closes in 21 days; our window is 30');
    expect(card?.gates['A real amount']).toEqual({
      state: 'met',
      read: 'Amount: about $23,150, as shown',
    });
  });

  test('gives the exact amount once the edit form is open; emptied, the amount gate opens', async () => {
    await open('velden', VELDEN);
    await openCard(page, 'atomic:1');
    await atomic.edit(page);
    await expect.poll(() => readOn(page, 'A real amount')).toBe('Amount: $23,150');
    await picture(page, 'atomic-edit');
    await atomic.typeInto(page, 'amount', '');
    await expect.poll(() => gateOn(page, 'A real amount'), { timeout: 1000 }).toBe('open');
    expect(await readOn(page, 'A real amount')).toBe('No amount yet');
    await picture(page, 'atomic-amount-empty');
    await atomic.typeInto(page, 'amount', '9000');
    await expect
      .poll(() => readOn(page, 'A real amount'), { timeout: 1000 })
      .toBe('Amount: $9,000');
    await expect.poll(() => gateOn(page, 'A real amount')).toBe('met');
  });

  test('says that it can’t tell where the page shows no readable date', async () => {
    await open('harbour', 'Harbour survey drones');
    await openCard(page, 'atomic:7');
    await expect.poll(() => gateOn(page, 'In the window')).toBe('cannot-tell');
    expect((await seeCard(page))?.window).toBe("Can't read the close date; our window is 30");
    await picture(page, 'atomic-unreadable-date');
  });

  test('shows markup in a deal’s name as text', async () => {
    await open('soehne', '<b>Acme</b> & "Söhne"');
    await openCard(page, 'atomic:9');
    expect((await seeCard(page))?.name).toBe('<b>Acme</b> & "Söhne"');
    expect(await inCard(page, 'b').count()).toBe(0);
    await picture(page, 'atomic-markup');
  });
});

describe('moving between deals', () => {
  test('the board has no card, and the badges’ script alone; a click on a deal brings the card', async () => {
    await page.goto(crm.url);
    await page.locator('[data-rfd-draggable-id]').first().waitFor();
    await page.locator('dealside-badge').first().waitFor({ state: 'attached' });
    const scripts = await loadedScripts(page);
    expect(scripts.sort()).toEqual(['content-scripts/badges.js', 'content-scripts/watch.js']);
    expect(await traces(page)).toBe(0);
    await atomic.openFromBoard(page, VELDEN);
    await openCard(page, 'atomic:1');
    await atomic.closeDeal(page);
    await expect.poll(() => traces(page)).toBe(0);
    await picture(page, 'atomic-board');
  });

  test('another deal’s facts come with the other deal, also by the browser’s back button', async () => {
    await page.goto(crm.url);
    await atomic.openFromBoard(page, VELDEN);
    await openCard(page, 'atomic:1');
    await atomic.closeDeal(page);
    await atomic.openFromBoard(page, COLDCHAIN);
    await openCard(page, 'atomic:4');
    expect(await seeCard(page)).toMatchObject({
      name: COLDCHAIN,
      window: 'Closes in 64 days; our window is 30',
    });
    await expect.poll(() => gateOn(page, 'In the window')).toBe('open');
    await page.goBack();
    await expect.poll(() => traces(page)).toBe(0);
    await page.goBack();
    await openCard(page, 'atomic:1');
    expect(await seeCard(page)).toMatchObject({ name: VELDEN });
  });

  test('an address that is changed in place moves the card from one deal to the other', async () => {
    await open('velden', VELDEN);
    await openCard(page, 'atomic:1');
    await page.goto(crm.deals.get('kestrel')!);
    await openCard(page, 'atomic:3');
    expect((await seeCard(page))?.gates['A real amount']?.read).toBe(
      'Amount: about $117,549.99, as shown',
    );
  });
});

const traces = (page: Page): Promise<number> =>
  page.evaluate(
    () => document.querySelectorAll('dealside-card, [data-dealside], style[id*=dealside]').length,
  );

/** The extension's scripts that run on the page, as the debugger sees them. */
async function loadedScripts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const urls = new Set<string>();
  session.on('Debugger.scriptParsed', ({ url }) => {
    const match = /^chrome-extension:\/\/[a-p]+\/(.+)$/.exec(url);
    if (match?.[1]) urls.add(match[1]);
  });
  // Tells of every script that is loaded already, before it answers.
  await session.send('Debugger.enable');
  await session.detach();
  return [...urls];
}

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PLAYBOOK } from '../crms/owl/playbook.ts';
import { startOwl, type RunningOwl } from '../crms/owl/start.ts';
import { launchFirefox, type LaunchedFirefox } from '../tools/browser.ts';
import { LeftOut } from '../tools/left-out.ts';
import { say } from '../tools/say.ts';
import { builtExtension, TODAY } from './world.ts';

const firefox = await launchOrLeaveOut();

async function launchOrLeaveOut(): Promise<LaunchedFirefox | undefined> {
  try {
    return await launchFirefox({
      extensionDir: builtExtension('firefox-mv3-demo'),
      headless: true,
    });
  } catch (error) {
    if (!(error instanceof LeftOut)) throw error;
    say(error.message);
    return undefined;
  }
}

/** What the card shows at one moment. */
interface Seen {
  readonly deal: string | null;
  readonly standing: string | null;
  readonly name: string;
  readonly window: string;
}

describe.skipIf(!firefox)("an opportunity's form that OWL renders, in Firefox", () => {
  let owl: RunningOwl;
  let page: Page;
  const errors: string[] = [];

  /** Waits, also before the first test. */
  const cardSays = (what: Partial<Seen>): Promise<void> =>
    vi.waitFor(async () => {
      expect(await see(page)).toMatchObject(what);
    }, 15_000);

  beforeAll(async () => {
    owl = await startOwl({ say, today: TODAY });
    await inExtension(firefox!, setClock, TODAY);
    page = await firefox!.browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(owl.deal(7));
    // The first deal makes the database.
    await cardSays({ deal: 'odoo:7', standing: 'unknown' });
    await inExtension(firefox!, addPlaybook, PLAYBOOK);
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.bringToFront();
    await page.goto(owl.deal(7));
    await cardSays({ deal: 'odoo:7', standing: 'edge' });
  });
  afterAll(async () => {
    await firefox!.close();
    await owl.stop();
  });

  test('is read, and moves the card’s standing while somebody types', async () => {
    expect(await see(page)).toMatchObject({ name: 'Harbour sensors' });
    expect((await see(page)).window).toContain('Closes in 20 days');
    await type(page, 'expected_revenue', '');
    await expect.poll(async () => (await see(page)).standing).toBe('out');
    await type(page, 'date_deadline', '31-12-2026');
    await expect.poll(async () => (await see(page)).window).toContain('Closes in 204 days');
    expect(owl.store.leads[0]?.expected_revenue).toBe(23150.5);
    await press(page, '.o_form_button_cancel');
    await expect.poll(() => see(page)).toMatchObject({ standing: 'edge' });
  });

  test('never shows one deal’s values under another', async () => {
    await page.evaluate(startSampling);
    await press(page, '.o_pager_next');
    await expect.poll(() => see(page)).toMatchObject({ deal: 'odoo:8', name: 'Bakery ovens' });
    await page.evaluate(() => {
      history.back();
    });
    await expect.poll(() => see(page)).toMatchObject({ deal: 'odoo:7', name: 'Harbour sensors' });
    const samples = (await page.evaluate(
      () => Reflect.get(globalThis, 'samples') as unknown,
    )) as Seen[];
    const seen = samples.filter(({ deal, name }) => deal !== null && name !== '');
    expect(new Set(seen.map(({ deal }) => deal))).toEqual(new Set(['odoo:7', 'odoo:8']));
    for (const { deal, name, window } of seen) {
      // Before anything is read, the card names no deal.
      expect([deal === 'odoo:7' ? 'Harbour sensors' : 'Bakery ovens', 'This deal']).toContain(name);
      if (window !== '') expect(window).toContain(deal === 'odoo:7' ? 'in 20 days' : 'in 200 days');
    }
    expect(errors).toEqual([]);
  });
});

const see = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const host = document.querySelector('dealside-card');
    const textAt = (selector: string): string =>
      host?.shadowRoot?.querySelector(selector)?.textContent.trim() ?? '';
    return {
      deal: host?.getAttribute('data-deal') ?? null,
      standing: host?.getAttribute('data-standing') ?? null,
      name: textAt('.ds-deal'),
      window: textAt('.ds-window'),
    };
  });

/** Runs in the page: looks at the card in every frame from now on. */
function startSampling(): void {
  const samples: Seen[] = [];
  Reflect.set(globalThis, 'samples', samples);
  const look = (): void => {
    requestAnimationFrame(look);
    const host = document.querySelector('dealside-card');
    const textAt = (selector: string): string =>
      host?.shadowRoot?.querySelector(selector)?.textContent.trim() ?? '';
    samples.push({
      deal: host?.getAttribute('data-deal') ?? null,
      standing: host?.getAttribute('data-standing') ?? null,
      name: textAt('.ds-deal'),
      window: textAt('.ds-window'),
    });
  };
  look();
}

/** By the page's own means: the card may lie over the button. */
const press = (page: Page, selector: string): Promise<void> =>
  page.$eval(selector, (button) => {
    (button as HTMLElement).click();
  });

/** Writes over a field with the keyboard; nothing is saved. */
async function type(page: Page, name: string, text: string): Promise<void> {
  const input = await page.waitForSelector(`.o_field_widget[name="${name}"] input`);
  await input?.evaluate((element) => {
    element.focus();
    element.select();
  });
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

async function inExtension(
  browser: LaunchedFirefox,
  run: (argument: string) => Promise<void>,
  argument: string,
): Promise<void> {
  const page = await browser.openPage('popup.html');
  await page.evaluate(run, argument);
  await page.close();
}

/** Runs in a page of the extension's. */
async function setClock(clock: string): Promise<void> {
  const { browser } = globalThis as unknown as {
    browser: { storage: { local: { set(values: object): Promise<void> } } };
  };
  await browser.storage.local.set({ clock });
}

/** Runs in a page of the extension's. */
function addPlaybook(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dealside');
    opening.onsuccess = () => {
      const { result: database } = opening;
      const adding = database.transaction('playbooks', 'readwrite');
      adding.objectStore('playbooks').add({ text, version: 2, day: '2026-06-10' });
      adding.oncomplete = () => {
        database.close();
        resolve();
      };
      adding.onerror = () => {
        reject(new Error('The playbook could not be added.'));
      };
    };
  });
}

import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { startCrm } from '../crms/start.ts';
import { launchFirefox, type LaunchedFirefox } from '../tools/browser.ts';
import { LeftOut } from '../tools/left-out.ts';
import { say } from '../tools/say.ts';
import { builtExtension, TODAY } from './world.ts';

const firefox = await launchOrLeaveOut();

/** Firefox grants a manifest's hosts at an installation, also at a temporary one; the demo build asks for loopback. */
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
afterAll(() => firefox?.close());

describe.skipIf(!firefox)('in Firefox', () => {
  test('the card stands beside a deal, takes an answer, and keeps it', async () => {
    const crm = await startCrm('atomic', { say, today: TODAY });
    try {
      await keep(firefox!, { clock: TODAY });
      const page = await firefox!.browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      const deal = crm.deals.get('brightwater')!;
      await open(page, deal);
      expect(await standing(page)).toBe('out');
      expect(await text(page, '.ds-window')).toBe('Closes in 19 days; our window is 30');
      await answerPain(page, 'Two hours of overtime per van each week');
      await open(page, deal);
      await expect.poll(() => text(page, '.ds-hero')).toContain('3/6');
      await page.goto(crm.url);
      await page.waitForSelector('[data-rfd-draggable-id]');
      await expect.poll(() => standing(page)).toBeNull();
      const badge = await page.waitForSelector(
        '[data-rfd-draggable-id="1"] dealside-badge >>> .badge',
      );
      // Firefox shares no style sheet with a content script: each badge has its own.
      expect(await badge?.evaluate((drawn) => getComputedStyle(drawn).position)).toBe('absolute');
      expect(errors).toEqual([]);
    } finally {
      await crm.stop();
    }
  });

  test('a CRM that it does not know is pointed at from the options: the page hears no press, and the panel reads', async () => {
    const crm = await startCrm('atomic', { say, today: TODAY });
    try {
      await keep(firefox!, { 'unknown-crms': ['atomic'] });
      const page = await firefox!.browser.newPage();
      await page.setViewport({ width: 1640, height: 900 });
      await page.goto(crm.deals.get('brightwater')!);
      const edit = await page.waitForSelector('[role="dialog"] ::-p-aria([name="Edit"])');
      const address = page.url();
      await startPicking(firefox!, crm.url);
      await page.bringToFront();
      const line = 'dealside-picker >>> .ds-pick-field[data-field="name"]';
      await (await page.waitForSelector(`${line} button`))!.click();
      await edit!.click();
      const value = await page.waitForSelector(`${line} .ds-pick-value`);
      expect(await value!.evaluate(({ textContent }) => textContent)).toBe('Edit');
      expect(page.url()).toBe(address);
      expect(await standing(page)).toBeNull();
    } finally {
      await crm.stop();
    }
  });
});

/** Keeps values where the demo build looks for them. */
async function keep(firefox: LaunchedFirefox, values: object): Promise<void> {
  const page = await firefox.openPage('popup.html');
  await page.evaluate(async (what) => {
    const { browser } = globalThis as unknown as {
      browser: { storage: { local: { set(values: object): Promise<void> } } };
    };
    await browser.storage.local.set(what);
  }, values);
  await page.close();
}

/** Adds the site in the options, and starts pointing in the tab that shows it. */
async function startPicking(firefox: LaunchedFirefox, address: string): Promise<void> {
  const options = await firefox.openPage('options.html#/sites');
  await (await options.waitForSelector('::-p-aria(Address of the CRM[role="textbox"])'))!.type(
    address,
  );
  for (const name of ['Add a CRM site', 'Point at the fields'])
    // By keyboard: a press of the mouse falls beside a button that is still moving to its place.
    await (await options.waitForSelector(`::-p-aria(${name}[role="button"])`))!.press('Enter');
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.waitForSelector('dealside-card[data-deal="atomic:2"]');
  await page.waitForSelector('dealside-card >>> .ds-hero');
}

const standing = (page: Page): Promise<string | null> =>
  page.evaluate(
    () => document.querySelector('dealside-card')?.getAttribute('data-standing') ?? null,
  );

const text = (page: Page, selector: string): Promise<string> =>
  page.evaluate(
    (wanted) =>
      document
        .querySelector('dealside-card')
        ?.shadowRoot?.querySelector(wanted)
        ?.textContent.trim() ?? '',
    selector,
  );

/** Presses a button of the card's by its text or name, as a person who uses the keyboard does: focus and Enter. */
async function press(page: Page, name: string): Promise<void> {
  const button = await page.waitForFunction(
    (wanted) => {
      const root = document.querySelector('dealside-card')?.shadowRoot;
      return [...(root?.querySelectorAll('button') ?? [])].find((candidate) =>
        (candidate.getAttribute('aria-label') ?? candidate.textContent).includes(wanted),
      );
    },
    {},
    name,
  );
  await (button as unknown as { focus(): Promise<void> }).focus();
  await page.keyboard.press('Enter');
}

async function answerPain(page: Page, words: string): Promise<void> {
  await press(page, 'more');
  await press(page, 'Pain and impact');
  await press(page, 'Answer: Pain and impact');
  const area = await page.waitForSelector('dealside-card >>> form.ds-form textarea');
  await page.keyboard.type(words);
  expect(await area?.evaluate((element) => element.value)).toBe(words);
  await press(page, 'Save');
  await page.waitForFunction(
    () => !document.querySelector('dealside-card')?.shadowRoot?.querySelector('form.ds-form'),
  );
}

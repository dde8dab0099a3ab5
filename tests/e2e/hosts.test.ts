import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunningCrm } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import { say } from '../tools/say.ts';
import { grantedHosts, registeredScripts, takeHostAway } from './background.ts';
import * as atomic from './pages/atomic.ts';
import { hostOn } from './pages/card.ts';
import { openPopup, pressToolbar, TOOLBAR_ARGS } from './pages/popup.ts';
import { variantOf, type Variant } from './variants.ts';
import { builtExtension, openWorld, TODAY, type World } from './world.ts';

const VELDEN = 'Warehouse scanners, three sites';
const HOST = 'http://127.0.0.1/*';

let crm: RunningCrm;
let world: World;
let page: Page;
let where: string;

beforeAll(async () => {
  crm = await startCrm('atomic', { say, today: TODAY });
  where = new URL(crm.url).host;
});
afterAll(() => crm.stop());
afterEach(() => world.close());

const openVelden = (page: Page): Promise<void> => atomic.openDeal(page, crm.deals.get('velden')!, VELDEN);

describe('the production build, on a host that is not granted', () => {
  test('runs nothing there until the toolbar button asks, and then offers that one host, up to the browser’s prompt', async () => {
    world = await openWorld({ extensionDir: builtExtension('chrome-mv3'), args: TOOLBAR_ARGS });
    page = await world.newPage();
    await openVelden(page);
    expect(await grantedHosts(world)).toEqual([]);
    expect(await registeredScripts(world)).toEqual([]);
    expect(await hostOn(page).count()).toBe(0);
    const popup = await openPopup(world, page);
    expect(await popup.text()).toContain('This looks like Atomic CRM');
    expect(await popup.text()).toContain(`Use Dealside on ${where}`);
    await popup.press(`Use Dealside on ${where}`);
    // The browser's prompt takes the focus, which closes the popup. Nobody can press the prompt here.
    await expect.poll(popup.isClosed).toBe(true);
    expect(await grantedHosts(world)).toEqual([]);
    expect(await hostOn(page).count()).toBe(0);
  });

  test('says on any other page in a sentence where it works', async () => {
    world = await openWorld({ extensionDir: builtExtension('chrome-mv3'), args: TOOLBAR_ARGS });
    page = await world.newPage();
    await page.goto(`${new URL(crm.url).origin}/no-such-page.txt`);
    const popup = await openPopup(world, page);
    expect(await popup.text()).toContain('Dealside works beside a deal in Atomic CRM or Tryton.');
  });
});

describe('the production build, on a host that was agreed to once, so that the browser asks no more', () => {
  let variant: Variant;
  /** The browser remembers a yes: here it was given to a build that asked at its installation. */
  const openAgreed = async (): Promise<void> => {
    variant = await variantOf('chrome-mv3');
    await variant.manifest({ host_permissions: [HOST] });
    world = await openWorld({ extensionDir: variant.folder, args: TOOLBAR_ARGS });
    await variant.manifest({});
    await world.restart();
    await takeHostAway(world, HOST);
    page = await world.newPage();
  };
  afterEach(() => variant.remove());

  test('the card comes without a reload, the button closes and opens it, and both go when the host is taken back', async () => {
    await openAgreed();
    await openVelden(page);
    expect(await hostOn(page).count()).toBe(0);
    const offer = await openPopup(world, page);
    await offer.press(`Use Dealside on ${where}`);
    await expect.poll(() => hostOn(page).getAttribute('data-deal')).toBe('atomic:1');
    expect(await grantedHosts(world)).toEqual([HOST]);
    expect(await registeredScripts(world)).toEqual([HOST]);
    await pressToolbar(world, page);
    await expect.poll(() => hostOn(page).count()).toBe(0);
    await pressToolbar(world, page);
    await expect.poll(() => hostOn(page).count()).toBe(1);
    const board = await world.newPage();
    await board.goto(crm.url);
    await board.locator('[data-rfd-draggable-id]').first().waitFor();
    const on = await openPopup(world, board);
    expect(await on.text()).toContain(`Dealside is on for ${where}.`);
    await on.press(`Stop using Dealside on ${where}`);
    await expect.poll(() => hostOn(page).count()).toBe(0);
    expect(await grantedHosts(world)).toEqual([]);
    expect(await registeredScripts(world)).toEqual([]);
    const again = await openPopup(world, page);
    expect(await again.text()).toContain(`Use Dealside on ${where}`);
  });

  test('the card’s inside is closed to the page', async () => {
    await openAgreed();
    await openVelden(page);
    const offer = await openPopup(world, page);
    await offer.press(`Use Dealside on ${where}`);
    await expect.poll(() => hostOn(page).count()).toBe(1);
    expect(await hostOn(page).evaluate((host) => host.shadowRoot)).toBeNull();
    const attributes = await hostOn(page).evaluate((host) => host.getAttributeNames());
    expect(attributes.toSorted()).toEqual(['data-deal', 'data-standing']);
  });
});

import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningCrm } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import { listen } from '../tools/port.ts';
import { say } from '../tools/say.ts';
import { grantedHosts, registeredScripts, setSiteAccess } from './background.ts';
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

const openVelden = (page: Page): Promise<void> =>
  atomic.openDeal(page, crm.deals.get('velden')!, VELDEN);

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
    popup.press(`Use Dealside on ${where}`);
    // The browser's prompt takes the focus, which closes the popup. Nobody can press the prompt here.
    await expect.poll(popup.isClosed).toBe(true);
    expect(await grantedHosts(world)).toEqual([]);
    expect(await hostOn(page).count()).toBe(0);
  });

  test('says on any other page in a sentence where it works', async () => {
    world = await openWorld({ extensionDir: builtExtension('chrome-mv3'), args: TOOLBAR_ARGS });
    page = await world.newPage();
    const server = createServer((_, response) => response.end('Our canteen'));
    await page.goto(`http://127.0.0.1:${await listen(server)}/`);
    const popup = await openPopup(world, page);
    const text = await popup.text();
    const [, list = ''] = /Dealside works beside a deal in (.+)\. Open/.exec(text) ?? [];
    expect(list.split(', ')).toEqual([
      'Atomic CRM',
      'EspoCRM',
      'HubSpot',
      'Microsoft Dynamics 365 Sales',
      'Odoo',
      'Pipedrive',
      'Salesforce',
      'Tryton',
      'Twenty',
      'Zoho CRM',
      'or a CRM of your own',
    ]);
    server.close();
  });
});

/** Nobody can press the browser's prompt here: what stands behind it is looked at by other ways to a granted host. */
describe('the production build, on a host that is granted', () => {
  let variant: Variant;
  beforeEach(async () => {
    variant = await variantOf('chrome-mv3');
    await variant.manifest({ host_permissions: [HOST] });
    world = await openWorld({ extensionDir: variant.folder, args: TOOLBAR_ARGS });
    page = await world.newPage();
    return () => variant.remove();
  });

  test('in the browser’s settings, the card comes without a reload; the button closes and opens it', async () => {
    await setSiteAccess(world, 'ON_CLICK');
    expect(await grantedHosts(world)).toEqual([]);
    await openVelden(page);
    const popup = await openPopup(world, page);
    expect(await popup.text()).toContain(`Use Dealside on ${where}`);
    expect(await hostOn(page).count()).toBe(0);
    await setSiteAccess(world, 'ON_ALL_SITES');
    await expect.poll(() => hostOn(page).getAttribute('data-deal')).toBe('atomic:1');
    expect(await registeredScripts(world)).toEqual([HOST]);
    await pressToolbar(world, page);
    await expect.poll(() => hostOn(page).count()).toBe(0);
    await pressToolbar(world, page);
    await expect.poll(() => hostOn(page).count()).toBe(1);
    await setSiteAccess(world, 'ON_CLICK');
    await expect.poll(() => hostOn(page).count()).toBe(0);
    expect(await registeredScripts(world)).toEqual([]);
  });

  test('long ago, it can be taken back where it was given: the card goes from every tab without a reload', async () => {
    // The browser keeps what was granted, and it is an optional host from now on, as in production.
    await variant.manifest({});
    await world.restart();
    page = await world.newPage();
    await openVelden(page);
    await expect.poll(() => hostOn(page).getAttribute('data-deal')).toBe('atomic:1');
    const board = await world.newPage();
    await board.goto(crm.url);
    await board.locator('dealside-badge').first().waitFor({ state: 'attached' });
    const popup = await openPopup(world, board);
    expect(await popup.text()).toContain(`Dealside is on for ${where}.`);
    popup.press(`Stop using Dealside on ${where}`);
    await expect.poll(() => hostOn(page).count()).toBe(0);
    await expect.poll(() => board.locator('dealside-badge').count()).toBe(0);
    expect(await grantedHosts(world)).toEqual([]);
    expect(await registeredScripts(world)).toEqual([]);
    const again = await openPopup(world, page);
    expect(await again.text()).toContain(`Use Dealside on ${where}`);
  });

  test('the card is closed to the page, and its host says the deal and the standing alone', async () => {
    await openVelden(page);
    await expect.poll(() => hostOn(page).getAttribute('data-deal')).toBe('atomic:1');
    expect(await hostOn(page).evaluate((host) => host.shadowRoot)).toBeNull();
    const attributes = await hostOn(page).evaluate((host) => host.getAttributeNames());
    expect(attributes.toSorted()).toEqual(['data-deal', 'data-standing']);
  });
});

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunningCrm } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import { LeftOut } from '../tools/left-out.ts';
import { say } from '../tools/say.ts';
import * as atomic from './pages/atomic.ts';
import { hostOn, openCard, seeCard } from './pages/card.ts';
import { chromiumPolicy, type InstalledPolicy } from './policies.ts';
import { variantOf, type Variant } from './variants.ts';
import { openWorld, TODAY, type World } from './world.ts';

const policy = await policyOrLeaveOut();

async function policyOrLeaveOut(): Promise<InstalledPolicy | undefined> {
  try {
    return await chromiumPolicy();
  } catch (error) {
    if (!(error instanceof LeftOut)) throw error;
    say(error.message);
    return undefined;
  }
}

const VELDEN = 'Warehouse scanners, three sites';
/** A gate of SPICED's that BANT-light does not have. */
const STEADY = 'A steady date';
/** The browser looks for another policy when a file changes, and after a few seconds at the latest. */
const SOON = { timeout: 30_000 };

let variant: Variant;
let crm: RunningCrm;
let world: World | undefined;

describe.skipIf(!policy)('a policy file that the page wrote, in Chromium', () => {
  beforeAll(async () => {
    // The id of an unpacked extension comes from its folder: the policy is for this copy and no other.
    variant = await variantOf('chrome-mv3-demo');
    crm = await startCrm('atomic', { say, today: TODAY });
  });
  afterEach(async () => {
    policy?.remove();
    await world?.close();
    world = undefined;
  });
  afterAll(async () => {
    await crm.stop();
    await variant.remove();
  });

  const open = async (): Promise<World> =>
    (world = await openWorld({ extensionDir: variant.folder }));

  test('sets the playbook and locks the page, live; removing it unlocks, live', async () => {
    const file = await written(await open(), async (page) => {
      await publishSpiced(page, world!);
      await page.goto(`${optionsOf(world!)}#/deliver`);
      await page.getByRole('radio', { name: /^The playbook in force here: SPICED/ }).check();
      for (const lock of ['The playbook: not', 'CRM sites of your own', 'The role', 'Data: not'])
        await page.getByRole('checkbox', { name: lock }).check();
    });
    await world!.close();
    // A colleague's browser, where nothing was ever set up.
    const { newPage } = await open();
    const [deal, options] = [await newPage(), await newPage()];
    await atomic.openDeal(deal, crm.deals.get('velden')!, VELDEN);
    await openCard(deal, 'atomic:1');
    expect(await gatesOn(deal)).not.toContain(STEADY);
    await showScreen(options, 'playbook', 'Playbook in force');
    expect(await sectionsOn(options)).toContain('Starter packs');

    policy!.install(file);
    await expect.poll(() => sectionsOn(options), SOON).not.toContain('Starter packs');
    expect(await inForce(options)).toContain('SPICED Version 2');
    expect(await textOf(options)).toContain('Set by your organisation (policy key playbook).');
    expect(await options.getByLabel('Choose a file').count()).toBe(0);
    await expect.poll(() => gatesOn(deal), SOON).toContain(STEADY);
    await showScreen(options, 'roles', 'The role in this browser');
    expect(await options.getByRole('radio', { name: 'Rep' }).isDisabled()).toBe(true);
    await showScreen(options, 'sites', 'Your own CRM');
    expect(await textOf(options)).toContain('Set by your organisation (policy key locked).');
    await showScreen(options, 'deliver', 'Browser policy');
    expect(await textOf(options)).toMatch(/playbook\s+SPICED, version 2\s+locked\s+The playbook/);

    policy!.remove();
    await expect.poll(() => textOf(options), SOON).toContain('No policy sets anything');
    await showScreen(options, 'playbook', 'Starter packs');
    expect(await inForce(options)).toContain('BANT-light Version 1');
    await expect.poll(() => gatesOn(deal), SOON).not.toContain(STEADY);
  });

  test('sets the role from the first start on, and the menu is a rep’s until it is gone', async () => {
    const file = await written(await open(), async (page) => {
      await page.goto(`${optionsOf(world!)}#/deliver`);
      await page.getByLabel('Role', { exact: true }).selectOption('Rep');
      await page.getByRole('checkbox', { name: 'The role' }).check();
    });
    policy!.install(file);
    await world!.restart();
    const page = await world!.newPage();
    await page.goto(optionsOf(world!));
    await page.getByRole('heading', { level: 1, name: 'CRM sites' }).waitFor();
    expect(await page.locator('nav li').allInnerTexts()).toEqual([
      'CRM sites',
      'Data',
      'What left this browser',
      'About and help',
    ]);
    await page.goto(`${optionsOf(world!)}#/edit`);
    await page.getByText('This screen is for another role.').waitFor();
    policy!.remove();
    await world!.restart();
    const again = await world!.newPage();
    await again.goto(optionsOf(world!));
    await again.getByRole('heading', { level: 1, name: 'Playbook' }).waitFor();
  });

  test('that holds a broken playbook is said on the card and on the page, and nothing takes its place', async () => {
    const { newPage } = await open();
    const file = { role: 'admin', playbook: '{"id": "ours"}' };
    policy!.install(
      JSON.stringify({ '3rdparty': { extensions: { [world!.extensionId()]: file } } }),
    );
    await world!.restart();
    const [deal, options] = [await newPage(), await newPage()];
    await atomic.openDeal(deal, crm.deals.get('velden')!, VELDEN);
    await hostOn(deal).waitFor({ state: 'attached' });
    const notice = async (): Promise<string> => (await seeCard(deal))?.notices.join() ?? '';
    await expect.poll(notice).toContain('Your organisation set this playbook');
    expect(await gatesOn(deal)).toEqual([]);
    await showScreen(options, 'playbook', 'Playbook in force');
    expect(await inForce(options)).toContain('Your organisation set this playbook');
  });
});

const optionsOf = (within: World): string =>
  `chrome-extension://${within.extensionId()}/options.html`;

/** Lets somebody fill in the form, and gives the file for Linux that the page saves. */
async function written(within: World, fill: (page: Page) => Promise<void>): Promise<string> {
  const page = await within.newPage();
  await fill(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save dealside.json' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('dealside.json');
  const text = await readFile(await saved.path(), 'utf8');
  await page.close();
  return text;
}

async function publishSpiced(page: Page, within: World): Promise<void> {
  await page.goto(optionsOf(within));
  await page.getByRole('button', { name: 'Use SPICED' }).click();
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByText('Version 2 is in force').waitFor();
}

async function showScreen(page: Page, screen: string, section: string): Promise<void> {
  await page.goto(`${optionsOf(world!)}#/${screen}`);
  await page.getByRole('heading', { level: 2, name: section, exact: true }).waitFor();
}

const textOf = (page: Page): Promise<string> => page.locator('main').innerText();
const sectionsOn = (page: Page): Promise<string[]> => page.locator('main h2').allInnerTexts();
const regionOf = (page: Page, name: string): Locator => page.getByRole('region', { name });
const inForce = (page: Page): Promise<string> => regionOf(page, 'Playbook in force').innerText();

const gatesOn = async (page: Page): Promise<string[]> => {
  const card = await seeCard(page);
  return Object.keys(card?.gates ?? {});
};

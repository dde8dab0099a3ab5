import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeKeys, signPlaybook, type KeyPair } from '../../lib/app/signing.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import { packFor } from '../../lib/app/options-draft.ts';
import type { RunningCrm } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import { say } from '../tools/say.ts';
import * as atomic from './pages/atomic.ts';
import { gateOn, openCard, seeCard, unfold } from './pages/card.ts';
import { startFeedServer, type FeedServer } from './pages/feed-server.ts';
import { picture } from './pictures.ts';
import { openWorld, TODAY, type World } from './world.ts';

const VELDEN = 'Warehouse scanners, three sites';
const DELIVER = 'options.html#/deliver';

let crm: RunningCrm;
let server: FeedServer;
let world: World;
let keys: KeyPair;
let deal: Page;
let options: Page;

/** The team's playbook, with a number and the name of its first gate. */
function numbered(version: number, gate: string): string {
  const pack = packFor('bant-light', null);
  const [first, ...others] = pack.gates;
  const playbook: Playbook = {
    ...pack,
    id: 'team',
    name: { en: 'Team rules' },
    version,
    gates: [{ ...first!, name: { en: gate } }, ...others],
  };
  return JSON.stringify(playbook, null, 2);
}

async function signed(version: number, gate: string): Promise<string> {
  return (await signPlaybook(numbered(version, gate), keys.pem))!.file;
}

beforeAll(async () => {
  crm = await startCrm('atomic', { say, today: TODAY });
  server = await startFeedServer();
  keys = await makeKeys();
  world = await openWorld();
  deal = await world.newPage();
  await atomic.openDeal(deal, crm.deals.get('velden')!, VELDEN);
  await openCard(deal, 'atomic:1');
  options = await world.newPage();
  await options.goto(`chrome-extension://${world.extensionId()}/${DELIVER}`);
});
afterAll(async () => {
  await world.close();
  await Promise.all([crm.stop(), server.stop().catch(() => undefined)]);
});

const section = (): Locator =>
  options.getByRole('region', { name: 'A playbook from a web address' });
const line = (term: string): Locator =>
  section().locator('.fd-facts > div', { has: options.getByText(term, { exact: true }) });

/** Presses "Check now", and gives what was said of it. */
async function check(): Promise<string> {
  const before = server.answers.length;
  await section().getByRole('button', { name: 'Check now' }).click();
  await expect.poll(() => server.answers.length).toBeGreaterThan(before);
  await expect
    .poll(() => section().getByRole('button', { name: 'Check now' }).getAttribute('aria-disabled'))
    .not.toBe('true');
  return (await section().getByRole('status').last().textContent()) ?? '';
}

/** The names of the gates that the card shows, whatever their state. */
async function gatesOnCard(): Promise<readonly string[]> {
  await unfold(deal);
  return Object.keys((await seeCard(deal))?.gates ?? {});
}

describe('a playbook by URL', () => {
  test('that is signed is taken, and the open card follows without a reload', async () => {
    server.serve(await signed(5, 'Agreed in writing'));
    await section().getByLabel('Address').fill(server.url);
    await section().getByLabel('Public key').fill(keys.publicKey);
    await expect.poll(() => section().getByText('This address is not encrypted.').count()).toBe(1);
    await section().getByRole('button', { name: 'Follow this address' }).click();
    await section().getByText('A newer version was taken').waitFor();
    expect(await line('In force').textContent()).toContain('Team rules, version 5');
    await expect.poll(() => gatesOnCard()).toContain('Agreed in writing');
    // Nothing of the user's goes along.
    expect(server.asked.every(({ cookie, authorization }) => !cookie && !authorization)).toBe(true);
    await picture(options, 'feed-taken');
  });

  test('that did not change is answered with 304, and nothing is fetched again', async () => {
    expect(await check()).toContain('you have the newest version');
    expect(server.answers.at(-1)).toBe(304);
    expect(server.asked.at(-1)?.['if-none-match']).toBe('"1"');
  });

  test.each([
    [
      'that was tampered with',
      async () => (await signed(6, 'Tampered with')).replace('Tampered with', 'Tampered  with'),
      'The signature does not fit',
    ],
    [
      'that is older',
      () => signed(4, 'An older gate'),
      'Version 4 is older than the one that was taken before',
    ],
    [
      'without a signature',
      () => Promise.resolve(numbered(9, 'Unsigned')),
      'The file is a playbook without a signature',
    ],
    [
      'that has the same number and other contents',
      () => signed(5, 'Changed in silence'),
      'It has the same number as the one that was taken before, version 5',
    ],
    ['that the server does not have', () => Promise.resolve(404), 'The server answered 404'],
  ])('%s is refused with the reason, and the last good one goes on', async (_, make, reason) => {
    server.serve(await make());
    expect(await check()).toContain('was not taken');
    expect(await line('Last refusal').textContent()).toContain(reason);
    expect(await line('Last refusal').textContent()).toContain('The last good version stays');
    expect(await line('In force').textContent()).toContain('Team rules, version 5');
    await atomic.openDeal(deal, crm.deals.get('velden')!, VELDEN);
    await openCard(deal, 'atomic:1');
    expect(await gatesOnCard()).toContain('Agreed in writing');
    await picture(options, 'feed-refused');
  });

  test('that is newer is taken after all that, and the refusal is gone', async () => {
    server.serve(await signed(6, 'Agreed and signed'));
    expect(await check()).toContain('A newer version was taken');
    expect(await line('Last refusal').textContent()).toContain('None since');
    await expect.poll(() => gatesOnCard()).toContain('Agreed and signed');
  });

  test('of a server that is down changes nothing and alarms nobody', async () => {
    await server.stop();
    await section().getByRole('button', { name: 'Check now' }).click();
    await section().getByText('The address did not answer. Nothing changed').waitFor();
    expect(await line('Last check').textContent()).toContain('no answer');
    expect(await line('Last refusal').textContent()).toContain('None since');
    await atomic.openDeal(deal, crm.deals.get('velden')!, VELDEN);
    await openCard(deal, 'atomic:1');
    expect(await gatesOnCard()).toContain('Agreed and signed');
    expect(await gateOn(deal, 'Agreed and signed')).toBeDefined();
    await picture(options, 'feed-offline');
  });

  test('is in force after a restart of the browser', async () => {
    await world.restart();
    deal = await world.newPage();
    await atomic.openDeal(deal, crm.deals.get('velden')!, VELDEN);
    await openCard(deal, 'atomic:1');
    expect(await gatesOnCard()).toContain('Agreed and signed');
  });
});

import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { SITE } from '../../tests/readings.ts';
import { client } from '../messaging/client.ts';
import { serve } from '../messaging/server.ts';
import type { Store } from '../storage/db.ts';
import { createStore } from '../storage/store.ts';
import { createHandlers } from './handlers.ts';
import { createOptions } from './options.ts';
import { playbookOf, type OptionsActions } from './options-model.ts';
import { readPopup } from './popup.ts';
import { heldBackUntil } from './rollout.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const HELD = { ok: false, fault: 'refused' };
const OK = { ok: true };
const PAGE = { tabId: 1, url: `${SITE}/deals/7` };

let store: Store;
let actions: OptionsActions;
beforeEach(async () => {
  resetFakeBrowser();
  vi.stubEnv('MODE', 'demo');
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({})));
  for (const level of ['warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  fakeBrowser.world.granted.add('https://crm.example.com/*');
  fakeBrowser.world.tabs = [{ id: 1, url: PAGE.url, listens: true }];
  const stop = new AbortController();
  store = createStore();
  actions = createOptions(store);
  serve(createHandlers(store), stop.signal);
  await on('2026-06-01');
  await actions.publishRollout({ from: '2026-06-10', managersFirst: 14 }, 'We begin');
  return () => {
    stop.abort();
    store.close();
    vi.unstubAllEnvs();
  };
});

const on = (clock: string): Promise<void> => fakeBrowser.storage.local.set({ clock });
const files = (): readonly string[] => fakeBrowser.world.injected.map(({ file }) => file);

describe('a staged start', () => {
  test.each([
    ['rep', '2026-06-09', '2026-06-24'],
    ['rep', '2026-06-10', '2026-06-24'],
    ['rep', '2026-06-23', '2026-06-24'],
    ['rep', '2026-06-24', null],
    ['manager', '2026-06-10', null],
    ['admin', '2026-06-10', null],
  ] as const)('for a %s on %s: held back until %s', async (role, day, until) => {
    await actions.roles.choose(role);
    await on(day);
    expect(await heldBackUntil(store)).toBe(until);
  });

  test('puts neither card nor badges on a rep’s pages before the day, and both from the day on', async () => {
    await actions.roles.choose('rep');
    await on('2026-06-23');
    expect(await client.mountCard({ crm: 'tryton' })).toEqual(HELD);
    expect(await client.mountBadges({ crm: 'tryton' })).toEqual(HELD);
    expect(files()).toEqual([]);
    await on('2026-06-24');
    expect(await client.mountCard({ crm: 'tryton' })).toEqual(OK);
    expect(await client.mountBadges({ crm: 'tryton' })).toEqual(OK);
    expect(files()).toContain('/content-scripts/card.js');
    expect(files()).toContain('/content-scripts/badges.js');
  });

  test('lets managers see both at once', async () => {
    await actions.roles.choose('manager');
    expect(await client.mountCard({ crm: 'tryton' })).toEqual(OK);
    expect(await client.mountBadges({ crm: 'tryton' })).toEqual(OK);
  });

  test('tells a rep in the popup when the team starts', async () => {
    await actions.roles.choose('rep');
    await on('2026-06-12');
    const held = { kind: 'held', host: 'crm.example.com', from: '2026-06-24' };
    expect(await readPopup(PAGE, store)).toEqual(held);
    await on('2026-06-24');
    expect(await readPopup(PAGE, store)).toMatchObject({ kind: 'on' });
  });

  test('by a role that the policy sets holds back as well', async () => {
    fakeBrowser.world.policy = { role: 'rep', locked: ['roles'] };
    expect(await heldBackUntil(store)).toBe('2026-06-24');
  });

  test('stands in the playbook with its note, and goes when it is taken out', async () => {
    const { inForce } = await actions.look();
    expect(playbookOf(inForce)?.rollout).toEqual({ from: '2026-06-10', managersFirst: 14 });
    const rows = await store.use((db) => db.playbooks.toArray());
    expect(rows.at(-1)?.note).toBe('We begin');
    await actions.roles.choose('rep');
    await actions.publishRollout(null, '');
    expect(playbookOf((await actions.look()).inForce)).not.toHaveProperty('rollout');
    expect(await heldBackUntil(store)).toBeNull();
  });

  test('in a playbook that cannot be used holds nobody back: the card says what is wrong', async () => {
    await actions.roles.choose('rep');
    fakeBrowser.world.policy = { playbook: '{' };
    expect(await heldBackUntil(store)).toBeNull();
  });
});

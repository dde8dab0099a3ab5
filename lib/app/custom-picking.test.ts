import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { customDefinition, customDraft } from '../../tests/custom-crm.ts';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { client } from '../messaging/client.ts';
import { serve } from '../messaging/server.ts';
import type { Store } from '../storage/db.ts';
import { saveSetting } from '../storage/settings.ts';
import { createStore } from '../storage/store.ts';
import { readDefinitions, removeDefinition, saveDefinition } from './custom-kept.ts';
import { startPicking } from './custom-picking.ts';
import { createHandlers } from './handlers.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const OK = { ok: true } as const;
const INVALID = { ok: false, fault: 'invalid' } as const;
const SITE = 'https://crm.example.com';
const as = (tabId: number, site = SITE): void => {
  fakeBrowser.world.sender = { id: 'dealside-test', url: `${site}/deals/7`, tab: { id: tabId } };
};
const registered = () => fakeBrowser.world.scripts.map(({ id, matches }) => [id, matches]);

let store: Store;
beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  fakeBrowser.world.granted.add('https://crm.example.com/*');
  fakeBrowser.world.tabs = [{ id: 1, url: `${SITE}/deals/7`, listens: true }];
  const stop = new AbortController();
  store = createStore();
  serve(createHandlers(store), stop.signal);
  as(1);
  return () => {
    stop.abort();
    store.close();
  };
});

describe('definitions', () => {
  test('are given to their own site alone, its port included', async () => {
    await saveDefinition(store, customDefinition);
    expect(await client.customSites({})).toEqual({ ok: true, definitions: [customDefinition] });
    for (const site of [`${SITE}:8443`, 'http://crm.example.com', 'https://evil.example']) {
      as(1, site);
      expect(await client.customSites({})).toEqual({ ok: true, definitions: [] });
    }
  });

  test('replace the one with their id, and go when they are deleted', async () => {
    await saveDefinition(store, customDefinition);
    await saveDefinition(store, { ...customDefinition, id: 'custom-two' });
    await saveDefinition(store, { ...customDefinition, version: 2 });
    const all = await readDefinitions(store);
    expect(all.map(({ id, version }) => [id, version])).toEqual([
      ['custom-harbour', 2],
      ['custom-two', 1],
    ]);
    expect(await removeDefinition(store, 'custom-harbour')).toEqual(OK);
    expect((await readDefinitions(store)).map(({ id }) => id)).toEqual(['custom-two']);
  });

  test('that are broken cost themselves alone', async () => {
    await store.use((db) => saveSetting(db, 'custom-crms', [{ id: 'x' }, customDefinition, null]));
    expect(await readDefinitions(store)).toEqual([customDefinition]);
  });

  test('are no more than fifty', async () => {
    for (let i = 0; i < 50; i += 1)
      await saveDefinition(store, { ...customDefinition, id: `custom-n${i}` });
    expect(await saveDefinition(store, customDefinition)).toEqual({ ok: false, fault: 'full' });
    expect(await readDefinitions(store)).toHaveLength(50);
  });

  test('wake the watch script in the open pages of their sites', async () => {
    await saveDefinition(store, customDefinition);
    await vi.waitFor(() => {
      expect(fakeBrowser.world.injected).toEqual([
        { tabId: 1, file: '/content-scripts/watch.js', frameIds: undefined },
      ]);
    });
  });
});

describe('pointing', () => {
  test('goes on in its own tab and on its own site alone, through page loads', async () => {
    await startPicking(1, customDraft);
    expect(registered()).toEqual([['picker', ['https://crm.example.com/*']]]);
    expect(await client.picking({})).toEqual({ ok: true, draft: customDraft });
    const next = { ...customDraft, name: 'Next' };
    expect(await client.keepPicking({ draft: next })).toEqual(OK);
    expect(await client.picking({})).toEqual({ ok: true, draft: next });
    as(2);
    expect(await client.picking({})).toEqual({ ok: true, draft: null });
    expect(await client.keepPicking({ draft: next })).toEqual(INVALID);
    as(1, 'https://evil.example');
    expect(await client.picking({})).toEqual({ ok: true, draft: null });
    expect(await client.keepPicking({ draft: next })).toEqual(INVALID);
  });

  test('saves for its own site alone, and is over then', async () => {
    const { saveCustom, picking } = client;
    expect(await saveCustom({ definition: customDefinition })).toEqual(INVALID);
    await startPicking(1, customDraft);
    const other = { ...customDefinition, sites: ['https://victim.example'] };
    expect(await saveCustom({ definition: other })).toEqual(INVALID);
    const both = { ...customDefinition, sites: [SITE, 'https://victim.example'] };
    expect(await saveCustom({ definition: both })).toEqual(INVALID);
    expect(await readDefinitions(store)).toEqual([]);
    expect(await saveCustom({ definition: customDefinition })).toEqual(OK);
    expect(await readDefinitions(store)).toEqual([customDefinition]);
    expect(registered()).toEqual([]);
    expect(await picking({})).toEqual({ ok: true, draft: null });
    expect(await saveCustom({ definition: customDefinition })).toEqual(INVALID);
  });

  test('anew replaces the site’s definition, and never another site’s of the same name', async () => {
    const rows = { row: 'tr', name: 'a' };
    const elsewhere = { ...customDefinition, sites: ['https://other.example'], rows };
    await saveDefinition(store, elsewhere);
    for (const currency of ['USD', 'CHF']) {
      await startPicking(1, customDraft);
      const definition = { ...customDefinition, id: 'custom-harbour', currency };
      expect(await client.saveCustom({ definition })).toEqual(OK);
    }
    const all = await readDefinitions(store);
    expect(all.map(({ id, currency }) => [id, currency])).toEqual([
      ['custom-harbour', 'EUR'],
      ['custom-harbour-2', 'CHF'],
    ]);
    await removeDefinition(store, 'custom-harbour-2');
    await saveDefinition(store, { ...customDefinition, rows });
    await startPicking(1, customDraft);
    await client.saveCustom({ definition: { ...customDefinition, locale: 'nl' } });
    expect((await readDefinitions(store)).at(-1)).toEqual({
      ...customDefinition,
      locale: 'nl',
      version: 2,
      rows,
    });
  });

  test('that is stopped leaves nothing, and one that is started anew takes the old one’s place', async () => {
    await startPicking(1, customDraft);
    await startPicking(2, customDraft);
    expect(registered()).toHaveLength(1);
    expect(await client.stopPicking({})).toEqual(INVALID);
    as(2);
    expect(await client.stopPicking({})).toEqual(OK);
    expect(registered()).toEqual([]);
    expect(await client.picking({})).toEqual({ ok: true, draft: null });
  });
});

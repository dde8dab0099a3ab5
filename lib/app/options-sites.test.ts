import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { customDefinition } from '../../tests/custom-crm.ts';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import type { Store } from '../storage/db.ts';
import { createStore } from '../storage/store.ts';
import { saveDefinition } from './custom-kept.ts';
import type { OptionsActions } from './options-model.ts';
import { createOptions } from './options.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

let store: Store;
let options: OptionsActions;
beforeEach(() => {
  resetFakeBrowser();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: [] }) });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ NL: [], BE: [] })));
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  store = createStore();
  options = createOptions(store);
  return () => {
    store.close();
  };
});

describe('open deals', () => {
  const HOST = 'https://crm.example.com/*';
  test('are told of a publication, and no other page is', async () => {
    fakeBrowser.world.granted.add(HOST);
    fakeBrowser.world.tabs = [
      { id: 1, url: 'https://crm.example.com/#/deals/7/show', listens: true },
      { id: 2, url: 'https://crm.example.com/#/deals', listens: true },
      { id: 3, url: 'https://other.example.com/#/deals/7/show', listens: true },
      { id: 4, url: 'https://crm.example.com/#crm/model/sale.opportunity/5', listens: true },
      { id: 5, url: 'https://crm.example.com/#/deals/9/show' },
    ];
    await options.publishPack('spiced');
    await vi.waitFor(() => {
      expect(fakeBrowser.world.announced).toEqual([
        { tabId: 1, type: 'dealChanged', data: { crm: 'atomic', id: '7' } },
        { tabId: 4, type: 'dealChanged', data: { crm: 'tryton', id: '5', org: 'crm' } },
      ]);
    });
  });

  test('of an admin’s own CRM are told too, and its other pages are not', async () => {
    await saveDefinition(store, customDefinition);
    fakeBrowser.world.granted.add(HOST);
    fakeBrowser.world.tabs = [
      { id: 1, url: 'https://crm.example.com/deals/31/edit', listens: true },
      { id: 2, url: 'https://crm.example.com/deals', listens: true },
      { id: 3, url: 'https://crm.example.com:8443/deals/31', listens: true },
    ];
    await options.publishPack('spiced');
    await vi.waitFor(() => {
      expect(fakeBrowser.world.announced).toContainEqual({
        tabId: 1,
        type: 'dealChanged',
        data: { crm: customDefinition.id, id: '31' },
      });
    });
    expect(fakeBrowser.world.announced.filter(({ tabId }) => tabId !== 1)).toEqual([]);
  });

  test('are left alone when nothing was published', async () => {
    fakeBrowser.world.granted.add(HOST);
    fakeBrowser.world.tabs = [
      { id: 1, url: 'https://crm.example.com/#/deals/7/show', listens: true },
    ];
    await options.publish('{}');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(fakeBrowser.world.announced).toEqual([]);
  });

  test('a browser that gives no tabs does not undo a publication', async () => {
    fakeBrowser.world.granted.add(HOST);
    vi.spyOn(fakeBrowser.tabs, 'query').mockRejectedValue(new Error('no'));
    expect(await options.publishPack('spiced')).toEqual({ ok: true, version: 2 });
  });
});

describe('the sites', () => {
  const sites = async () => (await options.look()).sites.map(({ host, fixed }) => [host, fixed]);

  test('are those that are granted, by name, and those that come with the build are marked', async () => {
    const own = 'http://127.0.0.1/*';
    Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: [own] }) });
    for (const pattern of ['https://b.example.com/*', 'https://a.example.com/*', own]) {
      fakeBrowser.world.granted.add(pattern);
    }
    expect(await sites()).toEqual([
      ['a.example.com', false],
      ['b.example.com', false],
      ['http://127.0.0.1', true],
    ]);
  });

  test('a grant of every site is one too', async () => {
    fakeBrowser.world.granted.add('https://*/*');
    expect(await sites()).toEqual([['', false]]);
  });

  test('one is given back, and no other', async () => {
    const kept = 'https://b.example.com/*';
    fakeBrowser.world.granted.add('https://a.example.com/*').add(kept);
    expect(await options.stop('https://a.example.com/*')).toBe(true);
    expect([...fakeBrowser.world.granted]).toEqual([kept]);
  });

  test('one that the browser holds on to is not said to be gone', async () => {
    const HELD = 'https://a.example.com/*';
    fakeBrowser.world.granted.add(HELD);
    const remove = vi.spyOn(fakeBrowser.permissions, 'remove').mockResolvedValue(true);
    expect(await options.stop(HELD)).toBe(false);
    remove.mockRejectedValue(new Error('required'));
    expect(await options.stop(HELD)).toBe(false);
  });
});

import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { readingWith } from '../../tests/readings.ts';
import { known } from '../core/fact.ts';
import type { Store } from '../storage/db.ts';
import { recordReading } from '../storage/deals.ts';
import { createStore } from '../storage/store.ts';
import { readSuggested } from './options-suggested.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const PATTERN = 'https://erp.example.com/*';
const DEAL = 'https://erp.example.com/#sales/model/sale.opportunity/7';
const gates = [{ id: 'a', kind: 'required', field: { name: 'x', label: 'X' } }];

let store: Store;
beforeEach(() => {
  resetFakeBrowser();
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  fakeBrowser.world.granted.add(PATTERN);
  store = createStore();
  return () => {
    store.close();
  };
});
const ask = () => readSuggested(store, PATTERN);
/** What the script in each tab gives back. */
const answer = (byTab: Record<number, unknown>): void => {
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(
    ({ target: { tabId } }: { target: { tabId: number } }) =>
      byTab[tabId] instanceof Error
        ? Promise.reject(byTab[tabId])
        : Promise.resolve([{ result: byTab[tabId] }]),
  );
};

describe('asking a site’s open tabs', () => {
  test('none open: "no-tab", and nothing is put anywhere', async () => {
    fakeBrowser.world.tabs = [{ id: 1, url: 'https://other.example.com/' }];
    expect(await ask()).toEqual({ kind: 'no-tab' });
    expect(fakeBrowser.world.injected).toEqual([]);
  });

  test('a tab that shows no deal, list or board is left alone', async () => {
    fakeBrowser.world.tabs = [{ id: 1, url: 'https://erp.example.com/help' }];
    expect(await ask()).toEqual({ kind: 'elsewhere' });
    expect(fakeBrowser.world.injected).toEqual([]);
  });

  test('one that answers gives its gates, with the custom fields that were read there', async () => {
    fakeBrowser.world.tabs = [{ id: 1, url: DEAL }];
    fakeBrowser.world.injection = { kind: 'gates', crm: 'atomic', gates, more: 'ignored' };
    const reading = { ...readingWith(), custom: { region: known('North', 'api') } };
    const name = { site: 'https://erp.example.com', key: 'k' };
    await store.use((db) => recordReading(db, name, reading, '2026-11-20'));
    expect(await ask()).toEqual({ kind: 'gates', crm: 'atomic', gates, custom: ['region'] });
    expect(fakeBrowser.world.injected).toEqual([
      { tabId: 1, file: '/suggest.js', frameIds: undefined },
    ]);
  });

  test('the first that gives gates is taken, whatever the others say', async () => {
    fakeBrowser.world.tabs = [1, 2, 3, 4].map((id) => ({ id, url: DEAL }));
    answer({
      1: new Error('the tab is gone'),
      2: { kind: 'expired', crm: 'tryton' },
      3: { kind: 'gates', crm: 'tryton', gates: [] },
      4: { kind: 'gates', crm: 'tryton', gates },
    });
    expect(await ask()).toMatchObject({ kind: 'gates', gates: [] });
  });

  test('without any, the first real reason is said', async () => {
    fakeBrowser.world.tabs = [1, 2, 3].map((id) => ({ id, url: DEAL }));
    answer({
      1: { kind: 'elsewhere' },
      2: { kind: 'expired', crm: 'tryton' },
      3: { kind: 'none', crm: 'tryton' },
    });
    expect(await ask()).toEqual({ kind: 'expired', crm: 'tryton' });
  });

  test.each([
    ['nothing', undefined],
    ['markup', '<script>'],
    ['gates that are none', { kind: 'gates', crm: 'tryton', gates: [{ id: 1 }] }],
    ['a CRM that is no name', { kind: 'gates', crm: '../../x', gates }],
    [
      'far too many',
      { kind: 'gates', crm: 'x', gates: Array.from({ length: 501 }, () => gates[0]) },
    ],
  ])('%s from a page is no answer', async (_, result) => {
    fakeBrowser.world.tabs = [{ id: 1, url: DEAL }];
    answer({ 1: result });
    expect(await ask()).toEqual({ kind: 'no-tab' });
  });
});

import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { REF, SITE } from '../../tests/readings.ts';
import type { FieldCheck } from '../core/self-check.ts';
import { client } from '../messaging/client.ts';
import { serve } from '../messaging/server.ts';
import { createStore } from '../storage/store.ts';
import { createHandlers } from './handlers.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const OK = { ok: true } as const;
const wrong: FieldCheck = { field: 'amount', state: 'form', result: 'nothing-found' };

beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no holidays here')));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  const stop = new AbortController();
  const store = createStore();
  serve(createHandlers(store), stop.signal);
  return () => {
    stop.abort();
    store.close();
  };
});
const report = (id: string, check: FieldCheck = wrong) =>
  client.reportCheck({ ref: { ...REF, id }, checks: [check] });
const mistrusted = async () =>
  (await client.openDeal({ ref: { ...REF, id: '9' }, url: `${SITE}/deals/9` })).mistrusted;

test('what three deals’ pages report is told to whoever opens the next, until one agrees', async () => {
  for (const id of ['1', '2']) expect(await report(id)).toEqual(OK);
  expect(await mistrusted()).toEqual([]);
  await report('3');
  expect(await mistrusted()).toEqual(['amount']);
  await report('9', { ...wrong, result: 'agrees' });
  expect(await mistrusted()).toEqual([]);
});

test('another site’s pages switch nothing off here', async () => {
  const { sender } = fakeBrowser.world;
  fakeBrowser.world.sender = { ...sender, url: 'https://crm.other.example/deals/7' };
  for (const id of ['1', '2', '3']) await report(id);
  fakeBrowser.world.sender = sender;
  expect(await mistrusted()).toEqual([]);
});

test.each([
  ['no field of a deal', { ...wrong, field: 'constructor' }],
  ['a text that is too long', { ...wrong, saw: 'x'.repeat(1000) }],
  ['a selector that is too long', { ...wrong, selector: 'x'.repeat(301) }],
  ['another result', { ...wrong, result: 'sometimes' }],
])('a report of %s is refused', async (_, check) => {
  for (const id of ['1', '2', '3'])
    expect(await report(id, check as FieldCheck)).toEqual({ ok: false, fault: 'invalid' });
  expect(await mistrusted()).toEqual([]);
});

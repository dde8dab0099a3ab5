import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { REF, SITE } from '../../tests/readings.ts';
import type { FieldCheck } from '../core/self-check.ts';
import type { Store } from './db.ts';
import { forgetHealth, keepChecks, readAllHealth, readMistrusted } from './health.ts';
import { saveSetting } from './settings.ts';
import { createStore } from './store.ts';

const DAY = '2026-11-20';
const wrong: FieldCheck = {
  field: 'amount',
  state: 'shown',
  result: 'disagrees',
  selector: '.amount',
  saw: '5 EUR',
  saved: '6 EUR',
};
const right: FieldCheck = { field: 'amount', state: 'shown', result: 'agrees' };

let store: Store;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  store = createStore();
  return () => {
    store.close();
  };
});

const check = (
  id: string,
  checks: readonly FieldCheck[],
  more: { org?: string } = {},
  site = SITE,
) => store.use((db) => keepChecks(db, site, { ...REF, ...more, id }, DAY, checks));
const mistrusted = (more: { org?: string } = {}, site = SITE) =>
  store.use((db) => readMistrusted(db, site, { ...REF, ...more }));
const all = () => store.use(readAllHealth);

test('three deals switch a field off, and one that agrees switches it on again', async () => {
  for (const id of ['1', '2', '2']) await check(id, [wrong]);
  expect(await mistrusted()).toEqual([]);
  await check('3', [wrong]);
  expect(await mistrusted()).toEqual(['amount']);
  await check('4', []);
  expect(await mistrusted()).toEqual(['amount']);
  await check('1', [right]);
  expect(await mistrusted()).toEqual([]);
});

test('checks of two tabs at the same moment are all kept', async () => {
  await Promise.all(['1', '2', '3'].map((id) => check(id, [wrong])));
  expect((await all())[0]?.runs[0]?.deals.toSorted()).toEqual(['1', '2', '3']);
});

test('each site, and each organisation of it, stands for itself', async () => {
  for (const id of ['1', '2', '3']) {
    await check(id, [wrong], { org: 'a' });
    await check(id, [wrong], {}, 'https://other.example.com');
  }
  expect(await mistrusted()).toEqual([]);
  expect(await mistrusted({ org: 'b' })).toEqual([]);
  expect(await mistrusted({ org: 'a' })).toEqual(['amount']);
  expect(await all()).toMatchObject([
    { site: SITE, crm: REF.crm, org: 'a', checked: DAY },
    { site: 'https://other.example.com', crm: REF.crm, checked: DAY },
  ]);
});

describe('forgetting', () => {
  test('one field, or all of a site, makes them believed again', async () => {
    const name: FieldCheck = { ...wrong, field: 'name' };
    for (const id of ['1', '2', '3']) await check(id, [wrong, name]);
    const of = { site: SITE, crm: REF.crm };
    await store.use((db) => forgetHealth(db, of, 'amount'));
    expect(await mistrusted()).toEqual(['name']);
    await store.use((db) => forgetHealth(db, of));
    expect(await mistrusted()).toEqual([]);
    expect((await all())[0]).toMatchObject({ checked: DAY, runs: [] });
  });
});

test('a broken row costs only itself', async () => {
  const quiet = vi.spyOn(console, 'warn').mockReturnValue();
  for (const id of ['1', '2', '3']) await check(id, [wrong]);
  await store.use((db) => saveSetting(db, 'health|https://x.example|atomic|', { runs: 'none' }));
  await store.use((db) => saveSetting(db, 'other', { site: SITE }));
  expect(await all()).toHaveLength(1);
  expect(quiet).toHaveBeenCalledTimes(1);
});

import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readingWith, REF, SITE } from '../../../tests/readings.ts';
import type { Reading } from '../../core/deal.ts';
import { empty, known, unknown } from '../../core/fact.ts';
import type { Stage } from '../../core/fields.ts';
import { dealKey } from '../../messaging/deal-key.ts';
import { recordReading } from '../../storage/deals.ts';
import { saveAnswer } from '../../storage/records.ts';
import type { Store } from '../../storage/db.ts';
import { createStore } from '../../storage/store.ts';
import { createKnown, NOTHING_KNOWN, readKnown } from './known.ts';

const DAY = '2026-11-20';
let store: Store;
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  store = createStore();
  return () => {
    store.close();
  };
});

const keep = (id: string, more: Partial<Reading> = {}, site = SITE, day = DAY) => {
  const ref = { ...(more.ref ?? REF), id };
  const reading = { ...readingWith(more.fields, ref), custom: more.custom ?? {} };
  return store.use((db) =>
    recordReading(db, { key: dealKey(site, ref), site }, reading, day).then(() => undefined),
  );
};
const withFields = (fields: object): Partial<Reading> => ({ fields: fields as Reading['fields'] });
const stage = (id: string, more: Partial<Stage> = {}): Partial<Reading> =>
  withFields({ stage: known({ id, label: `Stage ${id}`, state: 'open', ...more }, 'api') });

describe('what the kept deals tell', () => {
  test('nothing, where none are kept', async () => {
    expect(await readKnown(store)).toEqual(NOTHING_KNOWN);
  });

  test('CRMs and sites apart, with how many deals each has and the one that was read last', async () => {
    await keep('1', withFields({ name: known('First', 'api') }), SITE, '2026-11-19');
    await keep('2', withFields({ name: known('Last', 'api') }));
    await keep('3', withFields({ name: known('Middle', 'api') }), SITE, '2026-11-18');
    await keep('4', {}, 'https://other.example.com');
    await keep('5', { ref: { crm: 'tryton', id: '5' } });
    const found = await readKnown(store);
    expect(found.deals).toBe(5);
    expect(found.crms.map(({ crm, site, deals }) => [crm, site, deals])).toEqual([
      ['atomic', SITE, 3],
      ['atomic', 'https://other.example.com', 1],
      ['tryton', SITE, 1],
    ]);
    expect(found.crms[0]?.last?.fields.name).toEqual(known('Last', 'api'));
  });

  test('of two that were read on one day, the one that was changed later', async () => {
    await keep('1', withFields({ modified: known('2026-11-19', 'api') }));
    await keep('2', withFields({ modified: known('2026-11-02', 'api') }));
    expect((await readKnown(store)).crms[0]?.last?.ref.id).toBe('1');
  });

  test('what was answered on that deal, and on no other', async () => {
    await keep('1', {}, SITE, '2026-11-19');
    await keep('2');
    const answer = (text: string) => ({ key: 'pain', text, day: DAY });
    const on = (id: string) => dealKey(SITE, { ...REF, id });
    await store.use((db) => saveAnswer(db, on('1'), answer('Old')));
    await store.use((db) => saveAnswer(db, on('2'), answer('New')));
    expect((await readKnown(store)).crms[0]?.answers).toEqual({ pain: answer('New') });
  });

  test('stages along the pipeline; without a place the open ones first, then by their deals', async () => {
    await keep('1', stage('signed', { order: 3 }));
    await keep('2', stage('lead', { order: 0 }));
    await keep('3', stage('gone', { state: 'lost' }));
    await keep('4', stage('gone', { state: 'lost' }));
    await keep('5', stage('rare'));
    await keep('6', stage('often'));
    await keep('7', stage('often'));
    const [crm] = (await readKnown(store)).crms;
    expect(crm?.stages.map(({ id }) => id)).toEqual(['lead', 'signed', 'often', 'rare', 'gone']);
  });

  test('a field that was read and is empty is readable; one that is not known is not', async () => {
    await keep('1', {
      ...withFields({ owner: empty('api'), account: unknown('no-access') }),
      custom: { region: empty('api'), secret: unknown('no-access') },
    });
    const [crm] = (await readKnown(store)).crms;
    expect(crm?.readable).toEqual(['name', 'owner', 'amount', 'closeDate']);
    expect(crm?.custom).toEqual(['region']);
  });
});

describe('what deals have in a field', () => {
  test('the texts, the most frequent first; not a deal’s own name', async () => {
    const of = (owner: string, region: string) => ({
      ...withFields({ owner: known(owner, 'api') }),
      custom: { region: known(region, 'api') },
    });
    await keep('1', of('Ann', 'North'));
    await keep('2', of('Zoë', 'South'));
    await keep('3', of('Zoë', 'South'));
    const { choices } = await readKnown(store);
    expect(choices).toEqual({ owner: ['Zoë', 'Ann'], 'custom.region': ['South', 'North'] });
  });

  test('stages by their labels, sets by their members', async () => {
    await keep('1', { ...stage('a'), custom: { traits: known(['x', 'y'], 'api') } });
    const { choices } = await readKnown(store);
    expect(choices).toEqual({ stage: ['Stage a'], 'custom.traits': ['x', 'y'] });
  });

  test('at most a hundred, and none that is longer than a choice can be', async () => {
    await Promise.all(
      Array.from({ length: 105 }, (_, n) =>
        keep(String(n), withFields({ owner: known(`Owner ${n}`, 'api') })),
      ),
    );
    await keep('long', withFields({ account: known('x'.repeat(121), 'api') }));
    const { choices } = await readKnown(store);
    expect(choices.owner).toHaveLength(100);
    expect(choices.account).toBeUndefined();
  });

  test('ranges of numbers, amounts and dates, compared as what they are', async () => {
    const of = (amount: string, closeDate: string, probability: number, score: number) => ({
      ...withFields({
        amount: known({ amount, currency: 'EUR' }, 'api'),
        closeDate: known(closeDate, 'api'),
        probability: known(probability, 'api'),
      }),
      custom: { score: known(score, 'api'), since: known(closeDate, 'api') },
    });
    await keep('1', of('900', '2026-12-01', 9, 1e21));
    await keep('2', of('1200.50', '2027-01-15', 10, -2));
    await keep('3', of('-3', '2026-11-30', 100, 4));
    const { ranges } = await readKnown(store);
    expect(ranges).toEqual({
      amount: { low: '-3', high: '1200.50' },
      closeDate: { low: '2026-11-30', high: '2027-01-15' },
      probability: { low: '9', high: '100' },
      'custom.score': { low: '-2', high: '4' },
      'custom.since': { low: '2026-11-30', high: '2027-01-15' },
    });
  });

  test('a custom field may have any name', async () => {
    await keep('1', { custom: { __proto__x: known('a', 'api'), constructor: known('b', 'api') } });
    const { choices, crms } = await readKnown(store);
    expect(choices['custom.constructor']).toEqual(['b']);
    expect(crms[0]?.custom).toContain('constructor');
  });
});

test('a broken row costs itself', async () => {
  await keep('1');
  await store.use(async (db) => {
    await db.deals.put({ key: 'a', site: SITE, ref: REF, reading: { fields: 7 } } as never);
  });
  await keep('3');
  expect((await readKnown(store)).deals).toBe(2);
});

test('more deals than one chunk holds are all read, once each', async () => {
  await store.use(async (db) => {
    const rows = Array.from({ length: 777 }, (_, n) => {
      const ref = { ...REF, id: String(n) };
      const reading = readingWith({}, ref);
      const key = dealKey(SITE, ref);
      return { key, site: SITE, ref, reading, firstSeen: DAY, lastSeen: DAY };
    });
    await db.deals.bulkPut(rows);
  });
  const { deals, crms } = await readKnown(store);
  expect([deals, crms[0]?.deals]).toEqual([777, 777]);
});

describe('kept for one look', () => {
  test('two that ask are one reading; after a look it is read anew', async () => {
    await keep('1');
    const use = vi.spyOn(store, 'use');
    const cache = createKnown(store);
    const [first, second] = await Promise.all([cache.read(), cache.read()]);
    expect(first).toBe(second);
    // Once for the deals, and once for the answers of the last one.
    expect(use).toHaveBeenCalledTimes(2);
    await keep('2');
    expect((await cache.read()).deals).toBe(1);
    cache.forget();
    expect((await cache.read()).deals).toBe(2);
  });

  test('nothing is known where the database cannot be read, and it is tried again', async () => {
    await keep('1');
    vi.spyOn(store, 'use').mockRejectedValueOnce(new Error('no'));
    const cache = createKnown(store);
    expect(await cache.read()).toEqual(NOTHING_KNOWN);
    expect((await cache.read()).deals).toBe(1);
  });
});

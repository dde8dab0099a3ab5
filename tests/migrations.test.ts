import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { faultOf } from '../lib/storage/fault.ts';
import { createStore } from '../lib/storage/store.ts';
import { orderVersions, versions, type Version } from '../lib/storage/versions.ts';

/** A full example of every table, as one version writes it. */
type Example = Readonly<Record<string, readonly unknown[]>>;

const examples = import.meta.glob<Example>('../lib/storage/examples/v*.json', {
  eager: true,
  import: 'default',
});
const exampleOf = (number: number, found = examples): Example => {
  const path = `../lib/storage/examples/v${String(number).padStart(3, '0')}.json`;
  const example = found[path];
  if (!example) throw new Error(`version ${number} has no example: add ${path}`);
  return example;
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

async function write(list: readonly Version[], example: Example): Promise<void> {
  const store = createStore('dealside', list);
  await store.use(async (db) => {
    for (const [table, rows] of Object.entries(example)) await db.table(table).bulkAdd(rows);
  });
  store.close();
}

async function read(list: readonly Version[]): Promise<Example> {
  const store = createStore('dealside', list);
  const found = await store.use(async (db) => {
    const tables = db.tables.map(async (table) => [table.name, await table.toArray()] as const);
    return Object.fromEntries(await Promise.all(tables));
  });
  store.close();
  return found;
}

/** Example n, written by version n and opened by version n + 1, must read as example n + 1. */
async function migrates(list: readonly Version[], n: number, from: Example, to: Example) {
  await write(list.slice(0, n), from);
  expect(await read(list.slice(0, n + 1))).toEqual(to);
}

const v2: Version = {
  stores: { ...versions[0]?.stores, settings: null, choices: 'name' },
  upgrade: async (transaction) => {
    const rows = await transaction.table<{ key: string; value: unknown }>('settings').toArray();
    await transaction
      .table('choices')
      .bulkAdd(rows.map(({ key, value }) => ({ name: key, value })));
  },
};

describe('the released versions', () => {
  test.each(versions.map((_, index) => index + 1))(
    'version %i has an example with every table',
    (n) => {
      const tables = Object.entries(versions[n - 1]?.stores ?? {}).filter(
        ([, keys]) => keys !== null,
      );
      const example = exampleOf(n);
      expect(Object.keys(example).toSorted()).toEqual(tables.map(([table]) => table).toSorted());
      for (const rows of Object.values(example)) expect(rows).not.toHaveLength(0);
    },
  );

  test.each(versions.map((_, index) => index + 1))(
    'version %i reads its own example',
    async (n) => {
      await write(versions.slice(0, n), exampleOf(n));
      expect(await read(versions.slice(0, n))).toEqual(exampleOf(n));
    },
  );

  test.each(versions.slice(1).map((_, index) => index + 1))(
    'version %i migrates to the next',
    async (n) => {
      const kept = Object.keys(exampleOf(n));
      // A table that is new holds nothing yet, whatever the next version's own example shows of it.
      const next = Object.entries(exampleOf(n + 1)).map(
        ([table, rows]): [string, readonly unknown[]] => [table, kept.includes(table) ? rows : []],
      );
      await migrates(versions, n, exampleOf(n), Object.fromEntries(next));
    },
  );
});

describe('the mechanism', () => {
  const one = exampleOf(1);
  const { settings, ...others } = one;

  test('brings data over: proven with a made-up second version', async () => {
    const choices = (settings as { key: string; value: unknown }[]).map(({ key, value }) => ({
      name: key,
      value,
    }));
    await migrates([...versions.slice(0, 1), v2], 1, one, { ...others, choices });
  });

  test('fails when an example is missing', () => {
    expect(() => exampleOf(2, {})).toThrow(/version 2 has no example/);
  });

  test('fails when a version file is missing', () => {
    const file = versions[0]!;
    expect(() => orderVersions({ './v001.ts': file, './v003.ts': file })).toThrow(
      /version 2 is missing/,
    );
  });

  test('an upgrade that throws leaves the old data as they were, and says "migration"', async () => {
    await write(versions.slice(0, 1), one);
    const failing: Version = {
      ...v2,
      upgrade: async (transaction) => {
        await transaction.table('answers').clear();
        throw new Error('no way');
      },
    };
    const fault = await read([...versions.slice(0, 1), failing]).catch(faultOf);
    expect(fault).toBe('migration');
    expect(await read(versions.slice(0, 1))).toEqual(one);
  });

  test('a database of a newer Dealside is not touched, and says "migration"', async () => {
    await write([...versions.slice(0, 1), v2], others);
    expect(await read(versions.slice(0, 1)).catch(faultOf)).toBe('migration');
  });
});

describe('another tab', () => {
  test('gives way to a newer version by itself', async () => {
    const old = createStore('dealside', versions.slice(0, 1));
    await old.use((db) => db.settings.count());
    expect(await read([...versions.slice(0, 1), v2])).toMatchObject({ choices: [] });
    expect(await old.use((db) => db.deals.count()).catch(faultOf)).toBe('migration');
  });

  test('that does not give way makes the fault "blocked" at once; later it works', async () => {
    const old = createStore('dealside', versions.slice(0, 1));
    const connection = await old.use((db) => Promise.resolve(db.backendDB()));
    connection.onversionchange = null;
    const newer = createStore('dealside', [...versions.slice(0, 1), v2]);
    expect(await newer.use((db) => db.deals.count()).catch(faultOf)).toBe('blocked');
    expect(await newer.use((db) => db.deals.count()).catch(faultOf)).toBe('blocked');
    old.close();
    await vi.waitFor(async () => {
      expect(await newer.use((db) => db.deals.count())).toBe(0);
    });
    newer.close();
  });
});

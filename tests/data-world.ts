import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { known } from '../lib/core/fact.ts';
import type { Fields } from '../lib/core/deal.ts';
import { dealKey } from '../lib/messaging/deal-key.ts';
import type { DealRow, Store } from '../lib/storage/db.ts';
import { KINDS, tableOf, type Kind } from '../lib/storage/kinds.ts';
import { createStore } from '../lib/storage/store.ts';
import { readingWith, SITE } from './readings.ts';

/** For tests of what is kept: databases in memory, and rows to put into them. */

export const DAY = '2026-06-10';
export const OTHER = 'https://crm.other.example';

export type { Store };

/** The database of this test, as another page has it open. */
export const sameStore = (): Store => createStore();

/** An empty database that no other test sees. */
export function freshStore(): Store {
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  return createStore();
}

export const keyOf = (id: string, site = SITE): string => dealKey(site, { crm: 'atomic', id });

/** A stored deal, seen on one day unless it is said otherwise. */
export function dealRow(
  id: string,
  more: Partial<DealRow> = {},
  fields: Partial<Fields> = {},
): DealRow {
  const { site = SITE } = more;
  const reading = {
    ...readingWith({ name: known(`Deal ${id}`, 'api'), ...fields }, { crm: 'atomic', id }),
    url: `${site}/deals/${id}`,
  };
  return {
    key: keyOf(id, site),
    site,
    ref: reading.ref,
    reading,
    firstSeen: DAY,
    lastSeen: DAY,
    ...more,
  };
}

type Rows = Partial<Record<Kind, readonly object[]>>;

/** One row of each kind about a deal of a site, so that whatever is left behind shows. */
export const everythingAbout = (id: string, site = SITE): Rows => {
  const deal = keyOf(id, site);
  return {
    deals: [dealRow(id, { site })],
    changes: [{ deal, field: 'stage', from: 'lead', to: 'won', day: DAY, source: 'api' }],
    answers: [{ deal, key: 'pain', text: `Two days a month, says ${id}`, day: DAY }],
    exceptions: [{ deal, gate: 'G3', reason: 'January', until: '2026-12-01', day: DAY }],
    parked: [{ deal, reason: 'Budget year', until: '2027-01-04', day: DAY }],
    shown: [{ deal, prompt: 'gate:G3', day: DAY, outcome: 'shown' }],
    disputes: [{ deal, rule: 'gate:G1', reason: 'Not here', day: DAY }],
    places: [{ site, crm: 'atomic', right: 16, bottom: 24, collapsed: false }],
    settings: [
      {
        key: `health|${site}|atomic|`,
        value: { site, crm: 'atomic', checked: DAY, runs: [] },
      },
    ],
    sent: [
      { day: DAY, host: new URL(site).host, kind: 'read', count: 3, last: `${DAY}T09:30:00Z` },
    ],
  };
};

export async function put(store: Store, ...all: readonly Rows[]): Promise<void> {
  await store.use(async (db) => {
    for (const rows of all) {
      for (const kind of KINDS) await tableOf(db, kind).bulkPut([...(rows[kind] ?? [])]);
    }
  });
}

/** Everything that is kept, without the numbers that a database gives. */
export const everything = (store: Store): Promise<Record<Kind, object[]>> =>
  store.use(async (db) => {
    const entries: [Kind, object[]][] = [];
    for (const kind of KINDS) {
      const rows = await tableOf(db, kind).toArray();
      entries.push([kind, rows.map(withoutNumber)]);
    }
    return Object.fromEntries(entries) as Record<Kind, object[]>;
  });

function withoutNumber(row: object): object {
  const copy: { seq?: unknown } = { ...row };
  delete copy.seq;
  return copy;
}

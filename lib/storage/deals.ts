import { z } from 'zod';
import { dayNumber } from '../core/calendar.ts';
import type { Reading } from '../core/deal.ts';
import { isoDate } from '../core/records.ts';
import { readingSchema, refSchema } from '../core/reading-schema.ts';
import { changesBetween, mergeSaved, savedOnly } from './compare.ts';
import type { DealRow, DealsideDb } from './db.ts';
import { validRow } from './valid.ts';

/** A stored deal, checked. */
export const dealSchema = z.object({
  key: z.string(),
  site: z.string(),
  ref: refSchema,
  reading: readingSchema,
  firstSeen: isoDate,
  lastSeen: isoDate,
});

/** Which deal of which site: the key comes from dealKey(). */
export interface DealName {
  readonly key: string;
  readonly site: string;
}

/** The calendar days that a won deal took from creation to close; undefined for any other deal. */
export function wonCycle({ fields }: Reading): number | undefined {
  const { stage, created, closeDate } = fields;
  if (stage.is !== 'value' || stage.value.state !== 'won') return undefined;
  if (created.is !== 'value' || closeDate.is !== 'value') return undefined;
  const days = dayNumber(closeDate.value) - dayNumber(created.value);
  return days >= 0 ? days : undefined;
}

function rowOf(name: DealName, reading: Reading, firstSeen: string, lastSeen: string): DealRow {
  const cycle = wonCycle(reading);
  const row = { ...name, ref: reading.ref, reading, firstSeen, lastSeen };
  return cycle === undefined ? row : { ...row, cycle };
}

/** The deal as it is stored, or undefined when it is not stored or its row is broken. */
export async function readDeal(
  db: DealsideDb,
  key: string,
): Promise<z.output<typeof dealSchema> | undefined> {
  const row = await db.deals.get(key);
  return row === undefined ? undefined : validRow('deals', dealSchema, row);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Keeps a saved reading, and what changed since the last one as history. Comparing and writing are one
 * transaction: two tabs with the same reading make one change. Tells whether anything new was learned.
 */
export async function recordReading(
  db: DealsideDb,
  name: DealName,
  reading: Reading,
  day: string,
): Promise<boolean> {
  const read = savedOnly(reading);
  return await db.transaction('rw', db.deals, db.changes, async () => {
    const stored = await readDeal(db, name.key);
    if (!stored) {
      await db.deals.put(rowOf(name, read, day, day));
      return true;
    }
    const changes = changesBetween(stored.reading, read, day);
    if (changes.length > 0) {
      await db.changes.bulkAdd(changes.map((change) => ({ ...change, deal: name.key })));
    }
    const merged = mergeSaved(stored.reading, read);
    // A clock that was ahead must not make history start in the future.
    const firstSeen = stored.firstSeen < day ? stored.firstSeen : day;
    const news = !same(merged, stored.reading);
    if (news || firstSeen !== stored.firstSeen || day !== stored.lastSeen) {
      await db.deals.put(rowOf(name, merged, firstSeen, day));
    }
    return news;
  });
}

/** The cycles of a site's won deals in days, shortest first; read from the index alone. */
export async function wonCycles(db: DealsideDb, site: string): Promise<number[]> {
  const keys = await db.deals
    .where('[site+cycle]')
    .between([site, 0], [site, Infinity], true, true)
    .keys();
  return (keys as unknown as [string, number][]).map(([, cycle]) => cycle);
}

import type { Table } from 'dexie';
import type { z } from 'zod';
import { answerSchema, changeSchema, exceptionSchema, parkedSchema } from '../core/records.ts';
import type { Reading } from '../core/deal.ts';
import type { DealsideDb } from './db.ts';
import { dealSchema, recordReading, type DealName } from './deals.ts';
import { newestByKey, type KeptRecords } from './records.ts';
import { validRow, validRows } from './valid.ts';

/** Many deals at once, for lists and boards: each table is asked once, whatever the number of deals. */

/** The stored deals whose keys begin with `prefix` and whose names are wanted: their keys and readings. */
export async function findByName(
  db: DealsideDb,
  prefix: string,
  isWanted: (name: string) => boolean,
): Promise<{ readonly key: string; readonly reading: Reading }[]> {
  const rows = await db.deals
    .where('key')
    .startsWith(prefix)
    .filter(({ reading }) => {
      // Not checked yet: only those that are wanted are.
      const name = (reading as Partial<Reading>).fields?.name;
      return name?.is === 'value' && isWanted(name.value);
    })
    .toArray();
  return validRows('deals', dealSchema, rows);
}

async function byDeal<T>(
  table: Table<T & { readonly deal: string }, never>,
  name: string,
  schema: z.ZodType<T>,
  keys: readonly string[],
): Promise<Map<string, T[]>> {
  const rows = await table.where('deal').anyOf(keys).toArray();
  const found = new Map<string, T[]>();
  // The rows come sorted by deal, and of each deal in the order in which they were kept.
  for (const row of rows) {
    const valid = validRow(name, schema, row);
    if (valid === undefined) continue;
    const list = found.get(row.deal);
    if (list) list.push(valid);
    else found.set(row.deal, [valid]);
  }
  return found;
}

/** All that is kept about each of the deals, as one moment saw it. A deal that nothing is kept about is in it too. */
export async function readManyRecords(
  db: DealsideDb,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KeptRecords>> {
  const tables = [db.deals, db.changes, db.answers, db.exceptions, db.parked];
  return await db.transaction('r', tables, async () => {
    const deals = await db.deals.bulkGet([...keys]);
    const parked = await db.parked.bulkGet([...keys]);
    const answers = await byDeal(db.answers as never, 'answers', answerSchema, keys);
    const exceptions = await byDeal(db.exceptions as never, 'exceptions', exceptionSchema, keys);
    const changes = await byDeal(db.changes as never, 'changes', changeSchema, keys);
    const entries = keys.map((key, index): [string, KeptRecords] => {
      const row = deals[index];
      const stored = row === undefined ? undefined : validRow('deals', dealSchema, row);
      const asleep = parked[index];
      const records: KeptRecords = {
        answers: newestByKey(answers.get(key) ?? []),
        exceptions: exceptions.get(key) ?? [],
        parked: (asleep && validRow('parked', parkedSchema, asleep)) ?? null,
        history: changes.get(key) ?? [],
        since: stored?.firstSeen ?? null,
        remembered: stored?.reading ?? null,
      };
      return [key, records];
    });
    return new Map(entries);
  });
}

/** Keeps many saved readings, and their changes as history, in one transaction: all of them or none. */
export async function recordReadings(
  db: DealsideDb,
  readings: readonly (readonly [DealName, Reading])[],
  day: string,
): Promise<void> {
  await db.transaction('rw', db.deals, db.changes, async () => {
    for (const [name, reading] of readings) await recordReading(db, name, reading, day);
  });
}

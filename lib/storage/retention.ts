import type { DealRow, DealsideDb } from './db.ts';
import { inChunks } from './in-chunks.ts';
import { ofDeals } from './kinds.ts';

/**
 * How long deals are kept: one that was won or lost goes so many days after its close date, an open one so many days after it was
 * last seen in this browser. A deal that sleeps until a later day stays, and so does one whose row cannot be read.
 */

/** The keys of the deals that are older than that. `before` is the first day that is kept, `day` today (both YYYY-MM-DD). */
export async function expired(db: DealsideDb, before: string, day: string): Promise<string[]> {
  const keys: string[] = [];
  await inChunks<DealRow>(db.deals as never, (rows) => {
    for (const row of rows) if (isOld(row, before)) keys.push(row.key);
  });
  const parked = await db.parked.bulkGet(keys);
  return keys.filter((_, index) => (parked[index]?.until ?? '') <= day);
}

/** The part of a row that is looked at; any of it may be missing where the database is broken. */
interface Seen {
  readonly lastSeen?: string;
  readonly reading?: { readonly fields?: Partial<DealRow['reading']['fields']> };
}

function isOld({ lastSeen, reading }: Seen, before: string): boolean {
  const { stage, closeDate } = reading?.fields ?? {};
  const decided = stage?.is === 'value' && stage.value.state !== 'open';
  if (decided && closeDate?.is === 'value' && closeDate.value < before) return true;
  return typeof lastSeen === 'string' && lastSeen < before;
}

/** Forgets those deals, with everything that belongs to them, in one transaction. Gives how many there were. */
export async function dropExpired(db: DealsideDb, before: string, day: string): Promise<number> {
  return await db.transaction('rw', db.tables, async () => {
    const keys = await expired(db, before, day);
    for (const table of ofDeals(db)) await table.where('deal').anyOf(keys).delete();
    await db.deals.bulkDelete(keys);
    return keys.length;
  });
}

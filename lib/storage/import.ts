import type { Table } from 'dexie';
import type { Definition } from '../core/custom-schema.ts';
import { DEFINITION_LIMITS } from '../core/custom-schema.ts';
import type { DealRow, DealsideDb } from './db.ts';
import { mergeSaved } from './compare.ts';
import type { FileTables } from './data-file.ts';
import { wonCycle } from './deals.ts';
import { mergeInOrder } from './import-order.ts';
import { outcomeWeight } from './shown.ts';
import { CUSTOM_CRMS } from './settings.ts';
import { StorageError } from './storage-error.ts';

/**
 * Lays a file's rows beside what is kept here, so that nothing is lost on either side and nothing doubled: of two rows that
 * speak of the same thing the later one stays, and what only one side has is kept.
 */

/** What became, or would become, of the rows of one kind. */
export interface Merged {
  readonly added: number;
  /** Here already, and brought up to date. */
  readonly changed: number;
  /** Here already as they are, or in a later form. */
  readonly same: number;
}

export type MergedKind = Exclude<keyof FileTables, 'playbooks'>;
export type MergeReport = Readonly<Record<MergedKind, Merged>>;

/** Raised to end a transaction that was to leave nothing behind. */
class OnlyLooked extends Error {}

/**
 * Takes a file's rows in one transaction: all of them or none. With `look`, nothing is changed and the report says what would be.
 * The playbook is never touched. Rejects with the database's error, and with `full` where more of an admin's own CRMs would come
 * together than can be kept.
 */
export async function mergeFile(
  db: DealsideDb,
  tables: FileTables,
  look: boolean,
): Promise<MergeReport> {
  let report: MergeReport | undefined;
  try {
    await db.transaction('rw', db.tables, async () => {
      report = {
        deals: await mergeDeals(db, tables.deals),
        changes: await mergeInOrder(db.changes, tables.changes),
        answers: await mergeInOrder(db.answers, tables.answers),
        exceptions: await mergeKeyed(db.exceptions as never, tables.exceptions, laterDay),
        parked: await mergeKeyed(db.parked as never, tables.parked, laterDay),
        shown: await mergeKeyed(
          db.shown as never,
          tables.shown,
          (here, there) => outcomeWeight(there) > outcomeWeight(here),
        ),
        disputes: await mergeKeyed(db.disputes as never, tables.disputes, laterDay),
        places: await mergeKeyed(db.places as never, tables.places, () => false),
        settings: await mergeSettings(db, tables.settings),
      };
      if (look) throw new OnlyLooked();
    });
  } catch (error) {
    if (!(error instanceof OnlyLooked) || !report) throw error;
  }
  if (!report) throw new StorageError('refused', 'nothing was merged');
  return report;
}

const laterDay = (here: { readonly day: string }, there: { readonly day: string }): boolean =>
  there.day > here.day;

/** Of two rows with the same key that of the file is taken where `wins` says so. */
async function mergeKeyed<T extends object>(
  table: Table<T, never>,
  rows: readonly T[],
  wins: (here: T, there: T) => boolean,
): Promise<Merged> {
  const path = table.schema.primKey.keyPath ?? '';
  const keyOf = (row: T): unknown => {
    const at = (name: string): unknown => (row as Readonly<Record<string, unknown>>)[name];
    return Array.isArray(path) ? path.map(at) : at(path);
  };
  // A file that has two rows of one key speaks with its last.
  const fresh = [...new Map(rows.map((row) => [JSON.stringify(keyOf(row)), row])).values()];
  const here = await table.bulkGet(fresh.map(keyOf) as never[]);
  const isNew = (_: T, index: number): boolean => here[index] === undefined;
  const isLater = (row: T, index: number): boolean => {
    const before = here[index];
    return before !== undefined && wins(before, row);
  };
  const [added, changed] = [fresh.filter(isNew), fresh.filter(isLater)];
  await table.bulkPut([...added, ...changed]);
  return counts(rows.length, added.length, changed.length);
}

const counts = (all: number, added: number, changed: number): Merged => ({
  added,
  changed,
  same: all - added - changed,
});

/** A deal that is known here too keeps its first day, and the later of the two readings, with what only the other one knew. */
async function mergeDeals(db: DealsideDb, rows: readonly DealRow[]): Promise<Merged> {
  const here = await db.deals.bulkGet(rows.map(({ key }) => key));
  const merged = rows.map((row, index) => {
    const before = here[index];
    return before === undefined ? row : together(before, row);
  });
  const changed = merged.filter((row, index) => here[index] !== undefined && row !== here[index]);
  const added = rows.filter((_, index) => here[index] === undefined);
  await db.deals.bulkPut([...added, ...changed]);
  return counts(rows.length, added.length, changed.length);
}

function together(here: DealRow, there: DealRow): DealRow {
  const [older, newer] = there.lastSeen > here.lastSeen ? [here, there] : [there, here];
  const reading = mergeSaved(older.reading, newer.reading);
  const cycle = wonCycle(reading);
  const { key, site } = here;
  const merged: DealRow = {
    key,
    site,
    ref: reading.ref,
    reading,
    firstSeen: here.firstSeen < there.firstSeen ? here.firstSeen : there.firstSeen,
    lastSeen: newer.lastSeen,
    ...(cycle === undefined ? {} : { cycle }),
  };
  return sameRow(merged, here) ? here : merged;
}

/** Equal in what they say, in whatever order they say it. */
const sameRow = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b);

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** An admin's own CRM of this browser stays as it is, and so does what was found about a site's pages here. */
async function mergeSettings(db: DealsideDb, settings: FileTables['settings']): Promise<Merged> {
  const health = settings.flatMap((one) =>
    one.kind === 'health' ? [{ key: one.key, value: one.value }] : [],
  );
  const found = await mergeKeyed(db.settings as never, health, () => false);
  const theirs = settings.flatMap((one) => (one.kind === 'custom' ? one.definitions : []));
  const row = await db.settings.get(CUSTOM_CRMS);
  const ours = Array.isArray(row?.value) ? (row.value as Partial<Definition>[]) : [];
  const fresh = theirs.filter(({ id }) => !ours.some((one) => one.id === id));
  if (ours.length + fresh.length > DEFINITION_LIMITS.definitions)
    throw new StorageError('full', 'no more definitions can be kept');
  if (fresh.length > 0) await db.settings.put({ key: CUSTOM_CRMS, value: [...ours, ...fresh] });
  return {
    added: found.added + fresh.length,
    changed: 0,
    same: found.same + theirs.length - fresh.length,
  };
}

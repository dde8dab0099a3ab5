import type { Table } from 'dexie';

/** A row whose place among the others of its deal says which came first. */
interface Ordered {
  readonly deal: string;
  readonly day: string;
  readonly seq?: number;
}

/** Deals whose rows are looked at together. */
const DEALS = 200;

/**
 * Adds rows that are not here yet to a table that keeps its rows in the order in which they came. A row that stands twice in the
 * file and once here is added once. They are put in their place by their day; of one day the rows of this browser count as the
 * later ones. The rows of a deal are numbered anew only where one of the file's belongs before one that is here.
 */
export async function mergeInOrder<T extends Ordered>(
  table: Table<T, number>,
  rows: readonly T[],
): Promise<{ readonly added: number; readonly changed: number; readonly same: number }> {
  const theirs = Map.groupBy(rows, ({ deal }) => deal);
  const deals = [...theirs.keys()];
  let added = 0;
  for (let at = 0; at < deals.length; at += DEALS) {
    const names = deals.slice(at, at + DEALS);
    const here = await table.where('deal').anyOf(names).sortBy('seq');
    const ours = Map.groupBy(here, ({ deal }) => deal);
    for (const deal of names) {
      added += await mergeDeal(table, ours.get(deal) ?? [], theirs.get(deal) ?? []);
    }
  }
  return { added, changed: 0, same: rows.length - added };
}

async function mergeDeal<T extends Ordered>(
  table: Table<T, number>,
  ours: readonly T[],
  theirs: readonly T[],
): Promise<number> {
  const fresh = missing(ours, theirs);
  if (fresh.length === 0) return 0;
  const last = ours.at(-1)?.day ?? '';
  if (fresh.every(({ day }) => day > last)) {
    await table.bulkAdd(fresh);
    return fresh.length;
  }
  await table.bulkDelete(ours.flatMap(({ seq }) => seq ?? []));
  await table.bulkAdd(interleaved(ours.map(unnumbered), fresh));
  return fresh.length;
}

/** The file's rows before the first of ours that is not older. Neither side's own order changes, whatever its days say. */
function interleaved<T extends Ordered>(ours: readonly T[], fresh: readonly T[]): T[] {
  const rows: T[] = [];
  let next = 0;
  for (const own of ours) {
    for (let row = fresh[next]; row && row.day <= own.day; row = fresh[next]) {
      rows.push(row);
      next += 1;
    }
    rows.push(own);
  }
  return [...rows, ...fresh.slice(next)];
}

function unnumbered<T extends Ordered>(row: T): T {
  const copy: { seq?: unknown } = { ...row };
  delete copy.seq;
  return copy as T;
}

/** What the file has more often than this browser. */
function missing<T extends Ordered>(ours: readonly T[], theirs: readonly T[]): T[] {
  const left = new Map<string, number>();
  for (const row of ours) {
    const text = contents(row);
    left.set(text, (left.get(text) ?? 0) + 1);
  }
  return theirs.filter((row) => {
    const text = contents(row);
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

/** A row's contents as one text, whatever order its parts stand in. */
const contents = (row: Ordered): string =>
  JSON.stringify(Object.entries(unnumbered(row)).toSorted(([a], [b]) => (a < b ? -1 : 1)));

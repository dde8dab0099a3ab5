import type { Table } from 'dexie';

/** Rows that are in memory at a time. */
const SIZE = 500;

/** Reads a whole table in the order of its keys, some hundred rows at a time. Rejects with the database's error. */
export async function inChunks<T extends object>(
  table: Table<T, never>,
  take: (rows: readonly T[]) => void,
): Promise<void> {
  let rows = await table.orderBy(':id').limit(SIZE).toArray();
  while (rows.length > 0) {
    take(rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < SIZE) return;
    rows = await table.where(':id').above(keyOf(table, last)).limit(SIZE).toArray();
  }
}

/** A row's primary key. */
function keyOf<T extends object>(table: Table<T, never>, row: T): string | number | string[] {
  const { keyPath } = table.schema.primKey;
  const at = (name: string): string => (row as Readonly<Record<string, string>>)[name] ?? '';
  return Array.isArray(keyPath) ? keyPath.map(at) : at(keyPath ?? '');
}

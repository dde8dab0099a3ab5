import type { z } from 'zod';

/** Reads what was stored. A broken row is left out with one line in the log, so that it costs only itself. */
export function validRow<T>(table: string, schema: z.ZodType<T>, row: unknown): T | undefined {
  const checked = schema.safeParse(row);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  console.warn(`[dealside] ${table}: a broken row was left out (${issue?.path.join('.')})`);
  return undefined;
}

/** The valid ones of many rows, in their order. */
export const validRows = <T>(table: string, schema: z.ZodType<T>, rows: readonly unknown[]): T[] =>
  rows.flatMap((row) => {
    const valid = validRow(table, schema, row);
    return valid === undefined ? [] : [valid];
  });

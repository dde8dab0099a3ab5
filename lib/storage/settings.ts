import type { z } from 'zod';
import type { DealsideDb } from './db.ts';
import { validRow } from './valid.ts';

/** The setting that holds an admin's own CRMs. */
export const CUSTOM_CRMS = 'custom-crms';

/** Keeps one setting. */
export async function saveSetting(db: DealsideDb, key: string, value: unknown): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    await db.settings.put({ key, value });
  });
}

/** A setting's value as `schema` reads it; undefined when there is none or it is broken. */
export async function readSetting<T>(
  db: DealsideDb,
  key: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const row = await db.settings.get(key);
  return row === undefined ? undefined : validRow('settings', schema, row.value);
}

import { z } from 'zod';
import type { Store } from '../storage/db.ts';
import { dropExpired, expired } from '../storage/retention.ts';
import { forgetSent, SENT_DAYS } from '../storage/sent.ts';
import { readSetting } from '../storage/settings.ts';
import { RETENTIONS, type Retention } from './admin/data-model.ts';
import type { Job } from './alarms.ts';
import { today } from './clock.ts';

/** The key of the setting that says how long deals are kept. */
export const RETENTION_KEY = 'retention';
const retentionSchema = z.union(RETENTIONS.map((days) => z.literal(days)));

/** What was chosen here; for ever where nothing was, or where it cannot be made out. Rejects with the database's error. */
export const readRetention = (store: Store): Promise<Retention> =>
  store.use(async (db) => (await readSetting(db, RETENTION_KEY, retentionSchema)) ?? null);

/** The first day that is kept. */
const firstDay = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).subtract({ days }).toString();

/** How many deals would go with the next round. Rejects with the database's error. */
export async function countExpired(store: Store, days: Retention): Promise<number> {
  if (days === null) return 0;
  const day = await today();
  return (await store.use((db) => expired(db, firstDay(day, days), day))).length;
}

/** Forgets the deals that are older than was chosen, and what was sent longer ago than is told. Rejects with the database's error. */
export async function tidy(store: Store): Promise<void> {
  const [day, days] = [await today(), await readRetention(store)];
  await store.use(async (db) => {
    await forgetSent(db, firstDay(day, SENT_DAYS));
    if (days !== null) await dropExpired(db, firstDay(day, days), day);
  });
}

/** The background's round of the day. */
export const tidyJob = (store: Store): Job => ({
  name: 'tidy',
  minutes: 24 * 60,
  run: () => tidy(store),
});

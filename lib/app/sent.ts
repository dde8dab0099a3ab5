import type { Store } from '../storage/db.ts';
import { addSent, type SentKind } from '../storage/sent.ts';
import { today } from './clock.ts';

/** How many requests of each kind left. */
export type Counts = Readonly<Partial<Record<SentKind, number>>>;

/** Keeps that requests went to a host. A log that cannot be written is no reason to fail what it tells of: it never rejects. */
export async function noteCounts(store: Store, host: string, counts: Counts): Promise<void> {
  try {
    const [day, last] = [await today(), new Date().toISOString()];
    await store.use(async (db) => {
      for (const [kind, count] of Object.entries(counts) as [SentKind, number][]) {
        if (count > 0) await addSent(db, { day, host, kind, count, last });
      }
    });
  } catch (error) {
    console.warn('[dealside] what was sent could not be counted', error);
  }
}

/** Counts one request that the background itself sent to a host ("example.com:8080", without a scheme). Never rejects. */
export const noteSentHere = (store: Store, host: string, kind: SentKind): Promise<void> =>
  noteCounts(store, host, { [kind]: 1 });

import type { DealsideDb } from '../lib/storage/db.ts';
import { createStore } from '../lib/storage/store.ts';
import { keepMadeUp, madeUpDeals } from './made-up-deals.ts';

/** Does something with the database that the page under test stands on. */
export const onDatabase = <T>(work: (db: DealsideDb) => Promise<T>): Promise<T> =>
  createStore().use(work);

/** Keeps so many made-up deals, as of the real today. */
export const keepDeals = (count: number): Promise<void> =>
  onDatabase((db) => keepMadeUp(db, madeUpDeals(count, Temporal.Now.plainDateISO().toString())));

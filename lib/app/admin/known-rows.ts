import type { z } from 'zod';
import { dealSchema } from '../../storage/deals.ts';
import type { Store } from '../../storage/db.ts';
import { validRow } from '../../storage/valid.ts';
import { inSlices } from '../badge-slices.ts';
import type { PageWindow } from '../card-timing.ts';

/** A kept deal, checked. */
export type KnownRow = z.output<typeof dealSchema>;

/** Deals that are read from the database at once: few enough that handing them over takes no frame. */
const CHUNK = 100;

/**
 * Hands every kept deal of every site to `work`, in the order of their keys: read in chunks, checked in slices of a few
 * milliseconds, so that the page stays alive. A broken row is left out. Ends early with the signal. Rejects when the database
 * cannot be read.
 */
export async function eachDeal(
  store: Store,
  signal: AbortSignal,
  work: (row: KnownRow) => void,
): Promise<void> {
  const view = globalThis as unknown as PageWindow;
  let after = '';
  while (!signal.aborted) {
    const from = after;
    const rows = await store.use((db) => db.deals.where('key').above(from).limit(CHUNK).toArray());
    await inSlices(view, signal, rows, (row) => {
      const valid = validRow('deals', dealSchema, row);
      if (valid) work(valid);
    });
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) return;
    after = last.key;
  }
}

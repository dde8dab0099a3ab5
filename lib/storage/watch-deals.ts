import { liveQuery } from 'dexie';
import type { Store } from './db.ts';

/**
 * Calls back when deals came or went, in whichever page or script of the extension, until the signal aborts. A database that
 * cannot be opened never calls.
 */
export function watchDeals(store: Store, changed: () => void, signal: AbortSignal): void {
  const watch = store.use((db) => {
    if (!signal.aborted) {
      // The query knows what it rests on only where it waits for nothing but the database.
      const counting = liveQuery(() => db.deals.count()).subscribe(later(changed));
      signal.addEventListener('abort', () => {
        counting.unsubscribe();
      });
    }
    return Promise.resolve();
  });
  watch.catch(() => {
    console.debug('[dealside] deals cannot be watched');
  });
}

/** The first answer says how things are, and not that they changed. */
function later(changed: () => void): () => void {
  let known = false;
  return () => {
    if (known) changed();
    known = true;
  };
}

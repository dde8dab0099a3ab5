import type { DealsideDb, Store } from './db.ts';
import { StorageError, type Fault, type Kept } from './storage-error.ts';

/** An error with the ones that it stands for: Dexie keeps them in `inner`, others in `cause`. */
function* chain(error: unknown): Generator<{ name: string; error: unknown }> {
  let current = error;
  for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth += 1) {
    const { name, inner, cause } = current as { name?: unknown; inner?: unknown; cause?: unknown };
    yield { name: String(name), error: current };
    current = inner ?? cause;
  }
}

/** What an error of the database means to the user. */
export function faultOf(error: unknown): Fault {
  const links = [...chain(error)];
  if (links.some(({ name }) => name === 'QuotaExceededError')) return 'full';
  for (const link of links) if (link.error instanceof StorageError) return link.error.fault;
  if (links.some(({ name }) => name === 'UpgradeError')) return 'migration';
  if (links.some(({ name }) => name === 'DataError' || name === 'DataCloneError')) return 'invalid';
  return 'refused';
}

/** Runs a write and says "ok" only after its transaction was committed. */
export async function keep(store: Store, write: (db: DealsideDb) => Promise<void>): Promise<Kept> {
  try {
    await store.use(write);
    return { ok: true };
  } catch (error) {
    const fault = faultOf(error);
    console.warn(`[dealside] not kept: ${fault}`, error);
    return { ok: false, fault };
  }
}

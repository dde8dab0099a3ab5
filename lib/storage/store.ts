import { DealsideDb, type Store } from './db.ts';
import { StorageError } from './storage-error.ts';
import { versions as released, type Version } from './versions.ts';

interface Opening {
  readonly db: DealsideDb;
  /** Rejects at once when another tab holds an older version open; resolves later all the same. */
  usable: Promise<DealsideDb>;
}

/** Fails on a database that a newer Dealside has written: this one must not write into it. */
function refuseNewer(db: DealsideDb, newest: number): DealsideDb {
  const installed = db.backendDB().version / 10;
  if (installed <= newest) return db;
  db.close();
  throw new StorageError(
    'migration',
    `the database has version ${installed}, newer than ${newest}`,
  );
}

/** Opens the database in the extension's origin. A failed opening is tried again at the next use. */
export function createStore(name = 'dealside', versions: readonly Version[] = released): Store {
  let current: Opening | undefined;
  const forget = (opening: Opening): void => {
    if (current === opening) current = undefined;
  };

  const open = (): Opening => {
    const db = new DealsideDb(name, versions);
    const blocked = Promise.withResolvers<never>();
    const opened = Promise.resolve(db.open()).then(() => refuseNewer(db, versions.length));
    const opening: Opening = { db, usable: Promise.race([opened, blocked.promise]) };
    db.on('blocked', () => {
      blocked.reject(new StorageError('blocked', 'another tab holds the database'));
    });
    // A newer version wants in: give way, so that it is not blocked.
    db.on('versionchange', () => {
      db.close();
      forget(opening);
      return false;
    });
    db.on('close', () => {
      forget(opening);
    });
    blocked.promise.catch(() => undefined);
    opening.usable.catch(() => undefined);
    opened.then(
      () => (opening.usable = opened),
      () => {
        forget(opening);
      },
    );
    return opening;
  };

  return {
    use: async (work) => {
      const { db, usable } = (current ??= open());
      try {
        return await work(await usable);
      } catch (error) {
        throw db.upgradeFailure ?? error;
      }
    },
    close: () => {
      current?.db.close();
      current = undefined;
    },
  };
}

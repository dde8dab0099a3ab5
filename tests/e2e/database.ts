import type { World } from './world.ts';

/** Puts a playbook's text into the database, past the check that every screen makes. Open a deal first: that makes the database. */
export async function publish(world: World, text: string): Promise<void> {
  const worker = await world.background();
  await worker.evaluate(addPlaybook, text);
}

/** Every answer that the database holds. */
export async function storedAnswers(
  world: World,
): Promise<readonly { readonly key: string; readonly text: string }[]> {
  const worker = await world.background();
  return await worker.evaluate(readAnswers);
}

/** Keeps the answers busy, as another tab's long work would, until the returned function is called. */
export async function holdAnswers(world: World): Promise<() => Promise<void>> {
  const page = await world.newPage();
  await page.goto(`chrome-extension://${world.extensionId()}/popup.html`);
  const hold = await page.evaluateHandle(startHolding);
  return async () => {
    await hold.evaluate(({ release }) => {
      release();
    });
    await page.close();
  };
}

/** Has the database say that there is no more room for anything new, until the returned function is called. */
export async function fillStorage(world: World): Promise<() => Promise<void>> {
  const worker = await world.background();
  const stores = await worker.evaluateHandle(() => {
    const { prototype } = IDBObjectStore;
    const add = Reflect.get(prototype, 'add');
    // The browser's own quota cannot be made smaller for an extension.
    Reflect.set(prototype, 'add', () => {
      throw new DOMException('There is no more room.', 'QuotaExceededError');
    });
    return { free: () => Reflect.set(prototype, 'add', add) };
  });
  return async () => {
    await stores.evaluate(({ free }) => free());
  };
}

/** Runs in a page of the extension's. */
function startHolding(): Promise<{ readonly release: () => void }> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('dealside');
    opening.onsuccess = () => {
      const { result: database } = opening;
      const store = database.transaction('answers', 'readwrite').objectStore('answers');
      let held = true;
      // A transaction lives for as long as there is something to be done in it.
      const again = (): void => {
        if (held) store.count().onsuccess = again;
        else database.close();
      };
      again();
      const release = (): void => {
        held = false;
      };
      resolve({ release });
    };
  });
}

/** Runs in the background. */
function addPlaybook(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dealside');
    opening.onsuccess = () => {
      const { result: database } = opening;
      const adding = database.transaction('playbooks', 'readwrite');
      adding.objectStore('playbooks').add({ text, version: 2, day: '2026-06-10' });
      adding.oncomplete = () => {
        database.close();
        resolve();
      };
      adding.onerror = () => {
        reject(new Error('The playbook could not be added.'));
      };
    };
  });
}

/** Runs in the background. */
function readAnswers(): Promise<{ key: string; text: string }[]> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('dealside');
    opening.onsuccess = () => {
      const { result: database } = opening;
      const all = database.transaction('answers').objectStore('answers').getAll();
      all.onsuccess = () => {
        database.close();
        resolve(all.result as { key: string; text: string }[]);
      };
    };
  });
}

import type { Worker } from 'playwright-core';
import type { Launched } from '../browser.ts';

/** The extension's background, once it has started. */
async function backgroundOf({ context, extensionId }: Launched): Promise<Worker> {
  const ours = (worker: Worker): boolean => worker.url().includes(extensionId);
  return (
    context.serviceWorkers().find(ours) ??
    (await context.waitForEvent('serviceworker', { predicate: ours, timeout: 30_000 }))
  );
}

/** Sets the day that the demo build takes for today. */
export async function setClock(launched: Launched, day: string): Promise<void> {
  const background = await backgroundOf(launched);
  await background.evaluate(async (clock) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(values: object): Promise<void> } } };
    };
    await chrome.storage.local.set({ clock });
  }, day);
}

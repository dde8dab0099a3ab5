import type { World } from '../world.ts';

interface Scripting {
  executeScript: (what: { files?: string[] }) => Promise<unknown>;
}

/** From now on no page gets the badges' script: it is then as it is without them. */
export async function keepBadgesAway(world: World): Promise<void> {
  const worker = await world.background();
  await worker.evaluate(() => {
    const { scripting } = (globalThis as unknown as { chrome: { scripting: Scripting } }).chrome;
    const inject = scripting.executeScript;
    scripting.executeScript = (what) =>
      what.files?.[0]?.includes('badges') === true
        ? Promise.reject(new Error('kept away by the test'))
        : inject(what);
    Object.assign(globalThis, { letBadgesIn: () => (scripting.executeScript = inject) });
  });
}

/** Ends that. */
export async function letBadgesIn(world: World): Promise<void> {
  const worker = await world.background();
  await worker.evaluate(() => {
    (globalThis as unknown as { letBadgesIn: () => void }).letBadgesIn();
  });
}

import type { World } from './world.ts';

/** What is used of the browser's interface for extensions; its own types are not loaded in tests. */
interface Extension {
  readonly runtime: { reload(): void };
  readonly developerPrivate: {
    updateProfileConfiguration(changes: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(changes: {
      extensionId: string;
      hostAccess: string;
    }): Promise<void>;
  };
  readonly management: { setEnabled(id: string, on: boolean): Promise<void> };
  readonly permissions: {
    getAll(): Promise<{ origins?: string[] }>;
  };
  readonly scripting: { getRegisteredContentScripts(): Promise<{ matches?: string[] }[]> };
}

/** Ends the background as the browser does when it has been idle. */
export async function stopBackground(world: World): Promise<void> {
  const page = await world.newPage();
  await page.goto(`chrome-extension://${world.extensionId()}/popup.html`);
  const session = await world.context().newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await page.close();
}

/** Loads the extension anew, as an update does: the scripts in open pages are cut off. */
export async function reloadExtension(world: World): Promise<void> {
  // Without it the browser does not start an unpacked extension again.
  await inExtensionsPage(world, allowUnpacked);
  await reload(world);
  await world.background();
}

/** Takes the extension away for good, as a person or an administrator may: its scripts in open pages are cut off. */
export async function takeExtensionAway(world: World): Promise<void> {
  await inExtensionsPage(world, disable, world.extensionId());
}

async function reload(world: World): Promise<void> {
  const worker = await world.background();
  const stopped = new Promise((resolve) => worker.once('close', resolve));
  await worker
    .evaluate(() => {
      (globalThis as unknown as { chrome: Extension }).chrome.runtime.reload();
    })
    // The answer may not make it back.
    .catch(() => undefined);
  await stopped;
}

async function inExtensionsPage<T>(
  world: World,
  run: (argument: T) => Promise<void>,
  argument?: T,
): Promise<void> {
  const page = await world.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(run as (argument: unknown) => Promise<void>, argument);
  await page.close();
}

async function allowUnpacked(): Promise<void> {
  const { developerPrivate } = (globalThis as unknown as { chrome: Extension }).chrome;
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
}

async function disable(id: string): Promise<void> {
  const { management } = (globalThis as unknown as { chrome: Extension }).chrome;
  await management.setEnabled(id, false);
}

/** The hosts that the extension may read. */
export async function grantedHosts(world: World): Promise<readonly string[]> {
  const worker = await world.background();
  return await worker.evaluate(async () => {
    const { permissions } = (globalThis as unknown as { chrome: Extension }).chrome;
    return (await permissions.getAll()).origins ?? [];
  });
}

/** The hosts on whose pages a script of the extension's is started. */
export async function registeredScripts(world: World): Promise<readonly string[]> {
  const worker = await world.background();
  return await worker.evaluate(async () => {
    const { scripting } = (globalThis as unknown as { chrome: Extension }).chrome;
    const scripts = await scripting.getRegisteredContentScripts();
    return scripts.flatMap(({ matches = [] }) => matches);
  });
}

/** Withholds the hosts that the extension asked for at its installation, or gives them: what a person does in the browser's settings. */
export async function setSiteAccess(
  world: World,
  access: 'ON_CLICK' | 'ON_ALL_SITES',
): Promise<void> {
  await inExtensionsPage(world, changeAccess, {
    extensionId: world.extensionId(),
    hostAccess: access,
  });
}

async function changeAccess(changes: { extensionId: string; hostAccess: string }): Promise<void> {
  const { developerPrivate } = (globalThis as unknown as { chrome: Extension }).chrome;
  await developerPrivate.updateExtensionConfiguration(changes);
}

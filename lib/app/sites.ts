import { browser } from 'wxt/browser';
import { announce } from '../messaging/server.ts';
import { grantedHosts, isGranted, isWeb } from './hosts.ts';
import { listen } from './listen.ts';
import { buttonOpensPopup } from './toolbar.ts';

/**
 * Dealside runs on the hosts that the user granted, one by one, and nowhere else. The browser's list of
 * granted hosts is the only list: what is registered follows it.
 */

const SCRIPT = 'watch';
const FILE = 'content-scripts/watch.js';
const STARTED = 'started';

/** Registers the watch script for exactly the granted hosts. */
export async function registerHosts(): Promise<void> {
  const matches = await grantedHosts();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  const script = {
    id: SCRIPT,
    js: [FILE],
    matches,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Puts the watch script into open tabs, so that nothing needs to be loaded again. */
export async function injectInto(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns], discarded: false });
  const injections = tabs.map(async ({ id }) => {
    if (id === undefined) return;
    await browser.scripting.executeScript({ target: { tabId: id }, files: [`/${FILE}`] });
  });
  // An error page or a tab that closes meanwhile costs only itself.
  await Promise.allSettled(injections);
}

/** Tells the pages of hosts that are not granted any more. A tab whose address we may not see is on such a host, or on none of ours. */
export async function quietLostPages(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const telling = tabs.map(async ({ id, url }) => {
    if (id === undefined || (await isGranted(url))) return;
    // Its button must not go on toggling a card that has gone.
    if (await announce(id, 'goQuiet', {})) await buttonOpensPopup(id);
  });
  await Promise.allSettled(telling);
}

/** Registered scripts live on while the extension is updated or switched off, and the open pages' scripts do not. */
async function catchUp(): Promise<void> {
  await registerHosts();
  const { [STARTED]: started } = await browser.storage.session.get(STARTED);
  if (started === true) return;
  await browser.storage.session.set({ [STARTED]: true });
  void injectInto(await grantedHosts());
}

/** Keeps the watch script where the user granted it, from the first start of the background on. */
export function startSites(signal: AbortSignal): void {
  // One after the other: two at once would both find nothing registered, and both register.
  let turn = Promise.resolve();
  const inTurn = (job: () => Promise<void>): void => {
    turn = turn.then(job).catch((error: unknown) => {
      console.error('[dealside] hosts could not be registered', error);
    });
  };
  const { onAdded, onRemoved } = browser.permissions;
  const added = ({ origins = [] }: { origins?: string[] }): void => {
    inTurn(registerHosts);
    // Not waited for: one tab that never finishes loading must not hold up the next host.
    void injectInto(origins.filter(isWeb));
  };
  listen(onAdded, added, signal);
  const removed = (): void => {
    inTurn(registerHosts);
    inTurn(quietLostPages);
  };
  listen(onRemoved, removed, signal);
  inTurn(catchUp);
}

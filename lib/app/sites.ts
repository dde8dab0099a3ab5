import { browser } from 'wxt/browser';
import { announce } from '../messaging/server.ts';
import { listen } from './listen.ts';

/**
 * Dealside runs on the hosts that the user granted, one by one, and nowhere else. The browser's list of
 * granted hosts is the only list: what is registered follows it.
 */

const SCRIPT = 'watch';
const FILE = 'content-scripts/watch.js';
const STARTED = 'started';

/** The match pattern of a page's host; ports do not stand in patterns. Undefined for what is no web page. */
export function hostPattern(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}/*` : undefined;
}

const isWeb = (pattern: string): boolean => /^(https?|\*):\/\//.test(pattern);

/** The match patterns of the granted hosts. */
export async function grantedHosts(): Promise<string[]> {
  const { origins } = await browser.permissions.getAll();
  return (origins ?? []).filter(isWeb);
}

/** True when the page's host is granted. */
export async function isGranted(address: string | undefined): Promise<boolean> {
  const pattern = hostPattern(address);
  return pattern !== undefined && (await browser.permissions.contains({ origins: [pattern] }));
}

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
    await announce(id, 'goQuiet', {});
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
    inTurn(async () => { void injectInto(origins.filter(isWeb)); });
  };
  listen(onAdded, added, signal);
  const removed = (): void => {
    inTurn(registerHosts);
    inTurn(quietLostPages);
  };
  listen(onRemoved, removed, signal);
  inTurn(catchUp);
}

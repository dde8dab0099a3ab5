import { browser } from 'wxt/browser';
import { announce } from '../messaging/server.ts';
import { framedHosts } from './framed-hosts.ts';
import { grantedHosts, isGranted, isWeb } from './hosts.ts';
import { listen } from './listen.ts';
import { buttonOpensPopup } from './toolbar.ts';

/**
 * Dealside runs on the hosts that the user granted, one by one, and nowhere else. The browser's list of
 * granted hosts is the only list: what is registered follows it.
 */

const SCRIPT = 'watch';
const FRAMES_SCRIPT = 'watch-frames';
const FILE = 'content-scripts/watch.js';
const STARTED = 'started';

/** Registers the watch script for exactly the granted hosts; in all frames where a CRM stands in those of other pages. */
export async function registerHosts(): Promise<void> {
  const matches = await grantedHosts();
  const framed = matches.length === 0 ? [] : await framedHosts(matches);
  const script = { js: [FILE], runAt: 'document_idle' as const, persistAcrossSessions: true };
  // A page of a framed CRM is in the second one alone, so that nothing runs twice in its main frame.
  const excluded = framed.length === 0 ? {} : { excludeMatches: framed };
  const wanted = [
    ...(matches.length === 0 ? [] : [{ ...script, id: SCRIPT, matches, ...excluded }]),
    ...(framed.length === 0
      ? []
      : [{ ...script, id: FRAMES_SCRIPT, matches: framed, allFrames: true }]),
  ];
  const ids = [SCRIPT, FRAMES_SCRIPT];
  const { scripting } = browser;
  const registered = await scripting.getRegisteredContentScripts({ ids });
  const stays = registered
    .filter((old) => wanted.some((one) => one.id === old.id && canBecome(old, one)))
    .map(({ id }) => id);
  const gone = registered.flatMap(({ id }) => (stays.includes(id) ? [] : [id]));
  if (gone.length > 0) await scripting.unregisterContentScripts({ ids: gone });
  const [kept, fresh] = [true, false].map((is) =>
    wanted.filter(({ id }) => stays.includes(id) === is),
  );
  if (kept && kept.length > 0) await scripting.updateContentScripts(kept);
  if (fresh && fresh.length > 0) await scripting.registerContentScripts(fresh);
}

interface Registered {
  readonly id: string;
  readonly excludeMatches?: readonly string[] | undefined;
}
/** An update leaves what it does not name as it is: what was excluded can be changed so, and not taken away. */
const canBecome = (old: Registered, wanted: Registered): boolean =>
  wanted.excludeMatches !== undefined || (old.excludeMatches ?? []).length === 0;

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

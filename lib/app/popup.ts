import { browser } from 'wxt/browser';
import { crmMetas } from '../crm/metas.ts';
import type { Store } from '../storage/db.ts';
import { createStore } from '../storage/store.ts';
import { hostPattern, isGranted } from './hosts.ts';
import { heldBackUntil } from './rollout.ts';

/** What the popup says about the page that its button was pressed on. */
export type PopupState =
  | { readonly kind: 'looking' }
  /** A CRM that we know, on a host that is not granted. */
  | { readonly kind: 'offer'; readonly host: string; readonly crm: string }
  | { readonly kind: 'on'; readonly host: string }
  /** It is granted, and a staged start holds Dealside back in this browser until the day `from`, YYYY-MM-DD. */
  | { readonly kind: 'held'; readonly host: string; readonly from: string }
  | { readonly kind: 'elsewhere'; readonly crms: readonly string[] };

/** The page that the toolbar button was pressed on: pressing it lets us see the address and look once. */
export interface PopupPage {
  readonly tabId: number;
  readonly url: string;
}

/** The page in front, or undefined when the browser does not let us see it. */
export async function pageInFront(): Promise<PopupPage | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined || tab.url === undefined
    ? undefined
    : { tabId: tab.id, url: tab.url };
}

/** The label of the CRM that the page belongs to. The browser's own pages cannot be looked at: no CRM. */
export async function crmOn({ tabId }: PopupPage): Promise<string | undefined> {
  try {
    const [found] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/detect.js'],
    });
    return crmMetas.find(({ id }) => id === found?.result)?.label;
  } catch {
    return undefined;
  }
}

let own: Store | undefined;

/** The popup's own way to the database, opened only where a host is granted. */
const ownStore = (): Store => (own ??= createStore());

/** Looks at the page once, and says what Dealside can do on it. */
export async function readPopup(
  page: PopupPage | undefined,
  store: Store = ownStore(),
): Promise<PopupState> {
  const crms = crmMetas.map(({ label }) => label).toSorted();
  const elsewhere: PopupState = { kind: 'elsewhere', crms };
  if (!page || hostPattern(page.url) === undefined) return elsewhere;
  const { host } = new URL(page.url);
  if (await isGranted(page.url)) {
    const from = await heldBackUntil(store);
    return from === null ? { kind: 'on', host } : { kind: 'held', host, from };
  }
  const crm = await crmOn(page);
  return crm === undefined ? elsewhere : { kind: 'offer', host, crm };
}

/**
 * Asks for the page's host, and for nothing else. Call it in the click itself: the browser asks its question
 * only during a user's gesture. The background puts Dealside on the page once it is granted.
 */
export async function grantHost({ url }: Pick<PopupPage, 'url'>): Promise<boolean> {
  const pattern = hostPattern(url);
  if (pattern === undefined) return false;
  try {
    return await browser.permissions.request({ origins: [pattern] });
  } catch {
    return false;
  }
}

/** Gives the page's host back. False when the browser holds on to it: it was granted for more than this host. */
export async function stopHost({ url }: PopupPage): Promise<boolean> {
  const pattern = hostPattern(url);
  if (pattern === undefined) return false;
  try {
    await browser.permissions.remove({ origins: [pattern] });
  } catch {
    return false;
  }
  return !(await isGranted(url));
}

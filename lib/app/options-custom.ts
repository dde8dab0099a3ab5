import { browser } from 'wxt/browser';
import type { Definition } from '../core/custom-schema.ts';
import type { SaveResult } from '../messaging/protocol.ts';
import type { Store } from '../storage/db.ts';
import { checkDefinitionText, parsesIn, type CheckedText } from './custom-check.ts';
import {
  listDefinitions,
  removeDefinition,
  saveDefinition,
  type ListedDefinition,
} from './custom-kept.ts';
import { startPicking } from './custom-picking.ts';
import { hostPattern, isGranted } from './hosts.ts';
import { freshDraft } from './picker-draft.ts';

/** Where a CRM stands. */
export interface SiteAddress {
  /** "https://crm.example.com". */
  readonly site: string;
  /** The page that was given. */
  readonly url: string;
  readonly host: string;
}

export type CheckedAddress =
  | { readonly address: SiteAddress; readonly wrong: null }
  | { readonly address: null; readonly wrong: 'empty' | 'text' | 'kind' };

/** A definition in force, with the hosts of it that the browser does not let us read yet. */
export interface SiteDefinition extends ListedDefinition {
  readonly ungranted: readonly SiteAddress[];
}

/** What the options page can do with an admin's own CRMs. No action rejects. */
export interface CustomActions {
  /** All that are in force, wherever they come from. */
  readonly look: () => Promise<readonly Definition[]>;
  /** The same, with where each comes from and which of its hosts are not granted yet. */
  readonly list: () => Promise<readonly SiteDefinition[]>;
  readonly address: (text: string) => CheckedAddress;
  /** Asks for the host. Call it in the click itself: the browser asks its question only during a user's gesture. */
  readonly allow: (address: SiteAddress) => Promise<boolean>;
  /** Brings a tab of the site to the front, or opens one, and starts the picker there. */
  readonly point: (address: SiteAddress, name?: string) => Promise<boolean>;
  readonly check: (text: string) => CheckedText;
  readonly save: (definition: Definition) => Promise<SaveResult>;
  readonly remove: (id: string) => Promise<SaveResult>;
}

const wrong = (what: 'empty' | 'text' | 'kind'): CheckedAddress => ({
  address: null,
  wrong: what,
});

/** Understands an address as people write it: with or without "https://", with or without a page behind the host. */
export function readAddress(text: string): CheckedAddress {
  const line = text.trim();
  if (line === '') return wrong('empty');
  const schemed = /^[a-z][a-z0-9+.-]*:\/\//i.test(line);
  const local = /^(localhost|\d+\.\d+\.\d+\.\d+)(:|\/|$)/i.test(line);
  const full = schemed ? line : `${local ? 'http' : 'https'}://${line}`;
  if (/\s/.test(line) || !URL.canParse(full)) return wrong('text');
  const url = new URL(full);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return wrong('kind');
  const bare = !schemed && !local && !url.hostname.includes('.');
  if (bare || url.username !== '' || url.password !== '') return wrong('text');
  return { address: { site: url.origin, url: url.href, host: url.host }, wrong: null };
}

async function allow({ url }: SiteAddress): Promise<boolean> {
  const pattern = hostPattern(url);
  if (pattern === undefined) return false;
  try {
    return await browser.permissions.request({ origins: [pattern] });
  } catch {
    return false;
  }
}

/** The site's tab that was looked at last; ports do not stand in patterns, and so are compared. */
async function tabOf({ site, url }: SiteAddress): Promise<number | undefined> {
  const pattern = hostPattern(url);
  if (pattern === undefined) return undefined;
  const tabs = await browser.tabs.query({ url: pattern });
  const own = tabs
    .filter((tab) => tab.url !== undefined && new URL(tab.url).origin === site)
    .toSorted((a, b) => b.lastAccessed - a.lastAccessed);
  return own[0]?.id;
}

async function point(address: SiteAddress, name = address.host): Promise<boolean> {
  try {
    const open = await tabOf(address);
    if (open !== undefined) {
      const tab = await browser.tabs.update(open, { active: true });
      if (tab?.windowId !== undefined)
        await browser.windows.update(tab.windowId, { focused: true });
    }
    const tabId = open ?? (await browser.tabs.create({ url: address.url })).id;
    if (tabId === undefined) return false;
    await startPicking(tabId, freshDraft(address.site, name, ''));
    return true;
  } catch (error) {
    console.warn('[dealside] pointing could not be started', error);
    return false;
  }
}

/** With the hosts that the user's grant is needed for. */
async function withHosts(listed: ListedDefinition): Promise<SiteDefinition> {
  const addresses = listed.definition.sites.flatMap((site) => readAddress(site).address ?? []);
  const granted = await Promise.all(addresses.map(({ url }) => isGranted(url)));
  return { ...listed, ungranted: addresses.filter((_, i) => granted[i] === false) };
}

async function list(store: Store): Promise<readonly SiteDefinition[]> {
  try {
    return await Promise.all((await listDefinitions(store)).map(withHosts));
  } catch (error) {
    console.warn('[dealside] the definitions could not be read', error);
    return [];
  }
}

/** A definition as the text of its file. */
export const definitionText = (definition: Definition): string =>
  `${JSON.stringify(definition, null, 2)}\n`;

/** What the section stands on: the store, the browser and its tabs. */
export const createCustom = (store: Store): CustomActions => ({
  look: async () => (await list(store)).map(({ definition }) => definition),
  list: () => list(store),
  address: readAddress,
  allow,
  point,
  check: (text) => checkDefinitionText(text, parsesIn(document)),
  save: (definition) => saveDefinition(store, definition),
  remove: (id) => removeDefinition(store, id),
});

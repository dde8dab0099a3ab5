import { browser } from 'wxt/browser';
import type { CrmPages } from '../crm/adapter.ts';
import { addressPages } from '../crm/custom/match.ts';
import { crmPages } from '../crm/pages.ts';
import { announce } from '../messaging/server.ts';
import type { Store } from '../storage/db.ts';
import { readDefinitions } from './custom-kept.ts';
import { grantedHosts } from './hosts.ts';
import type { Site } from './options-model.ts';

/** "crm.example.com" for a match pattern, with the scheme where it is not the usual one; "" for every site. */
export function hostOf(pattern: string): string {
  const [scheme, rest = ''] = pattern.split('://');
  const host = rest.replace(/\/\*$/, '');
  if (host === '*') return '';
  return scheme === 'http' ? `http://${host}` : host;
}

/** The hosts that Dealside may read, by name. */
export async function readSites(): Promise<readonly Site[]> {
  const fixed = new Set((browser.runtime.getManifest().host_permissions ?? []) as string[]);
  const sites = (await grantedHosts()).map((pattern) => ({
    pattern,
    host: hostOf(pattern),
    fixed: fixed.has(pattern),
  }));
  return sites.toSorted((a, b) => a.host.localeCompare(b.host));
}

/** Gives a host back. False when the browser holds on to it. */
export async function stopSite(pattern: string): Promise<boolean> {
  try {
    await browser.permissions.remove({ origins: [pattern] });
  } catch {
    return false;
  }
  return !(await grantedHosts()).includes(pattern);
}

/** The CRMs that we know, and the admin's own as they are kept now. */
async function everyCrm(store: Store): Promise<readonly CrmPages[]> {
  const own = await readDefinitions(store).catch(() => []);
  return [...crmPages, ...own.map(addressPages)];
}

/**
 * Tells every tab that may show a deal to ask for its playbook again. A deal is known by its address, as
 * the card knows it, and where two CRMs may mean the address both are named; a page that shows another
 * deal does not listen.
 */
export async function tellOpenDeals(store: Store): Promise<void> {
  const url = await grantedHosts();
  const tabs = url.length === 0 ? [] : await browser.tabs.query({ url });
  const crms = tabs.length === 0 ? [] : await everyCrm(store);
  const telling = tabs.map(async (tab) => {
    if (tab.id === undefined || tab.url === undefined || !URL.canParse(tab.url)) return;
    for (const pages of crms) {
      const found = pages.match(new URL(tab.url));
      if (found?.kind === 'deal') await announce(tab.id, 'dealChanged', found.ref);
    }
  });
  await Promise.allSettled(telling);
}

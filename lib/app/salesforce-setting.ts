import { browser } from 'wxt/browser';
import { apiHostOf, isSalesforceHost } from '../crm/salesforce/hosts.ts';
import type { SalesforceSite, Site } from './options-model.ts';

/**
 * Whether an organisation's API may be asked: by a setting of the user's own, kept by the API's host, and by two permissions
 * that the browser asked the user for: to read cookies, and to reach that host. All three must stand.
 */

const KEY = 'salesforce-api';

/** What the browser must have granted for one organisation. */
const permissionsFor = (apiHost: string) => ({
  permissions: ['cookies' as const],
  origins: [`https://${apiHost}/*`],
});

async function keptHosts(): Promise<readonly string[]> {
  const { [KEY]: kept } = await browser.storage.local.get(KEY);
  return Array.isArray(kept) ? kept.filter((host) => typeof host === 'string') : [];
}

/** True where the user turned this organisation's API on, and the browser's permissions still stand. */
export async function isApiOn(apiHost: string): Promise<boolean> {
  const kept = await keptHosts();
  return kept.includes(apiHost) && (await browser.permissions.contains(permissionsFor(apiHost)));
}

/**
 * Turns an organisation's API on or off; true when it stands as asked. Call it in the click itself: the browser asks its question
 * only during a user's gesture. Off gives the cookies back with the last organisation; the page's own host stays.
 */
export async function turnApi(apiHost: string, on: boolean): Promise<boolean> {
  try {
    return on ? await turnOn(apiHost) : await turnOff(apiHost);
  } catch {
    return false;
  }
}

async function turnOn(apiHost: string): Promise<boolean> {
  if (!(await browser.permissions.request(permissionsFor(apiHost)))) return false;
  const kept = await keptHosts();
  await browser.storage.local.set({ [KEY]: [...new Set([...kept, apiHost])] });
  return true;
}

async function turnOff(apiHost: string): Promise<boolean> {
  const kept = (await keptHosts()).filter((host) => host !== apiHost);
  await browser.storage.local.set({ [KEY]: kept });
  if (kept.length === 0) await browser.permissions.remove({ permissions: ['cookies'] });
  return true;
}

/** The organisations among the granted sites, once each, and whether their API is on. */
export async function readSalesforce(sites: readonly Site[]): Promise<readonly SalesforceSite[]> {
  const found = new Map<string, SalesforceSite>();
  for (const { host } of sites) {
    const apiHost = isSalesforceHost(host) ? apiHostOf(host) : undefined;
    // A page of Lightning says more to its users than the API's host.
    if (apiHost === undefined || (found.has(apiHost) && host === apiHost)) continue;
    found.set(apiHost, { host, apiHost, on: await isApiOn(apiHost) });
  }
  return [...found.values()];
}

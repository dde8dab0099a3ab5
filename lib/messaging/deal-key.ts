import type { DealRef } from '../core/deal.ts';

/** Keeps the separator out of a part, and two different parts apart. */
const part = (text: string): string => text.replace(/[%|]/g, encodeURIComponent);

/**
 * The name under which a deal is kept: site, CRM, org and id. The site comes first and comes from the
 * sender of a message, so that the records of one site are out of another site's reach.
 */
export const dealKey = (site: string, ref: DealRef): string =>
  [site, ref.crm, ref.org ?? '', ref.id].map(part).join('|');

/** The site in a deal's key, as it is written there: for telling the deals of one site from another's. */
export const siteOf = (key: string): string => key.slice(0, key.indexOf('|'));

/** What the keys of all deals of a site begin with, and no other site's. */
export const sitePrefix = (site: string): string => `${part(site)}|`;

/** The site in a deal's key, as the browser names it: "https://crm.example.com". A key that is none of ours comes back as it is. */
export function siteNamed(key: string): string {
  try {
    return decodeURIComponent(siteOf(key));
  } catch {
    return siteOf(key);
  }
}

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

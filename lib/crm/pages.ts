import type { DealRef } from '../core/deal.ts';
import type { CrmPages, PageRef } from './adapter.ts';

/** How to know each CRM's pages: found by folder, and small enough for every page of a granted host. */
export const crmPages: readonly CrmPages[] = Object.values(
  import.meta.glob<CrmPages>('./*/pages.ts', { eager: true, import: 'pages' }),
);

/**
 * What the page shows in one of the CRMs, or undefined when it belongs to none of them. A URL alone is not enough: the page
 * must also carry the CRM client's own marks.
 */
export function recognisePage(
  root: Document,
  url: URL,
  crms: readonly CrmPages[] = crmPages,
): PageRef | undefined {
  for (const pages of crms) {
    const found = pages.match(url);
    if (found && pages.recognise(root)) return found;
  }
  return undefined;
}

/** Which CRM's client this page is, whatever it shows just now. */
export const recogniseCrm = (
  root: Document,
  crms: readonly CrmPages[] = crmPages,
): CrmPages | undefined => crms.find((pages) => pages.recognise(root));

/** The deal that a page shows, if it shows one. */
export const dealAt = (page: PageRef | undefined): DealRef | undefined =>
  page?.kind === 'deal' ? page.ref : undefined;

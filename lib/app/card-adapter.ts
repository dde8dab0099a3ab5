import type { DealRef } from '../core/deal.ts';
import type { Adapter, CrmPages, PageRef } from '../crm/adapter.ts';
import { makeAdapter } from '../crm/custom/make.ts';
import { dealAt, recogniseCrm, recognisePage } from '../crm/pages.ts';
import { adapterOf } from '../crm/registry.ts';
import type { Client } from '../messaging/client.ts';

/** The adapter of a page, and how to tell which deal its address names just now. */
export interface PageAdapter {
  readonly adapter: Adapter;
  readonly locate: () => DealRef | undefined;
}

/** What a page of this CRM shows just now; undefined where its address or its marks are not the CRM's. */
export function pageOf(view: Window, adapter: Adapter): PageRef | undefined {
  return recognisePage(view.document, new URL(view.location.href), [adapter]);
}

/**
 * A built-in CRM that recognises the page, or else the first of the admin's own that fits and has the page's address; what
 * it shows may come later. Undefined where there is none, and for a built-in one that does not fit.
 */
export async function findAdapter(
  view: Window,
  known: readonly CrmPages[],
  client: Pick<Client, 'customSites'>,
  fits: (adapter: Adapter) => boolean = () => true,
): Promise<Adapter | undefined> {
  const built = recogniseCrm(view.document, known);
  const adapter = built && adapterOf(built.id);
  if (adapter) return fits(adapter) ? adapter : undefined;
  const answer = await client.customSites({});
  if (!answer.ok) return undefined;
  const here = new URL(view.location.href);
  return answer.definitions
    .map(makeAdapter)
    .find((own) => fits(own) && own.match(here) !== undefined);
}

/** The adapter of a page that may show a deal. */
export async function adapterFor(
  view: Window,
  known: readonly CrmPages[],
  client: Pick<Client, 'customSites'>,
): Promise<PageAdapter | undefined> {
  const adapter = await findAdapter(view, known, client);
  if (!adapter) return undefined;
  return {
    adapter,
    locate: () => dealAt(pageOf(view, adapter)),
  };
}

import type { DealRef } from '../core/deal.ts';
import type { Adapter, CrmPages } from '../crm/adapter.ts';
import { makeAdapter } from '../crm/custom/make.ts';
import { dealAt } from '../crm/pages.ts';
import { adapterOf } from '../crm/registry.ts';
import type { Client } from '../messaging/client.ts';

/** The adapter of a page, and how to tell which deal its address names just now. */
export interface PageAdapter {
  readonly adapter: Adapter;
  readonly locate: () => DealRef | undefined;
}

const located = (view: Window, adapter: Adapter): PageAdapter => ({
  adapter,
  locate: () => {
    const page = adapter.match(new URL(view.location.href));
    return page && adapter.recognise(view.document) ? dealAt(page) : undefined;
  },
});

/** A built-in CRM that recognises the page, or else one of the admin's own. */
export async function adapterFor(
  view: Window,
  known: readonly CrmPages[],
  client: Pick<Client, 'customSites'>,
): Promise<PageAdapter | undefined> {
  const built = known.find(({ recognise }) => recognise(view.document));
  const adapter = built && adapterOf(built.id);
  if (adapter) return located(view, adapter);
  const answer = await client.customSites({});
  if (!answer.ok) return undefined;
  return answer.definitions
    .map((definition) => located(view, makeAdapter(definition)))
    .find(({ adapter }) => adapter.match(new URL(view.location.href)) !== undefined);
}

import type { Adapter, CrmPages, PageRef } from '../crm/adapter.ts';
import { makeAdapter } from '../crm/custom/make.ts';
import { adapterOf } from '../crm/registry.ts';
import type { Client } from '../messaging/client.ts';

/** The adapter of a page with rows, and what the page shows just now. */
export interface RowsAdapter {
  readonly adapter: Adapter;
  readonly locate: () => PageRef | undefined;
}

const located = (view: Window, adapter: Adapter): RowsAdapter => ({
  adapter,
  locate: () => {
    const page = adapter.match(new URL(view.location.href));
    return page && adapter.recognise(view.document) ? page : undefined;
  },
});

/** A built-in CRM that recognises the page, or else one of the admin's own; undefined where neither can tell its rows. */
export async function rowsAdapterFor(
  view: Window,
  known: readonly CrmPages[],
  client: Pick<Client, 'customSites'>,
): Promise<RowsAdapter | undefined> {
  const built = known.find(({ recognise }) => recognise(view.document));
  const adapter = built && adapterOf(built.id);
  if (adapter) return adapter.rows && located(view, adapter);
  const answer = await client.customSites({});
  if (!answer.ok) return undefined;
  return answer.definitions
    .map((definition) => located(view, makeAdapter(definition)))
    .find((one) => one.adapter.rows && one.locate() !== undefined);
}

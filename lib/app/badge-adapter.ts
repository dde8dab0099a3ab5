import type { Adapter, CrmPages, PageRef } from '../crm/adapter.ts';
import type { Client } from '../messaging/client.ts';
import { findAdapter, pageOf } from './card-adapter.ts';

/** The adapter of a page with rows, and what the page shows just now. */
export interface RowsAdapter {
  readonly adapter: Adapter;
  readonly locate: () => PageRef | undefined;
}

/** The adapter of a page that may show rows; undefined where there is none that can tell its rows. */
export async function rowsAdapterFor(
  view: Window,
  known: readonly CrmPages[],
  client: Pick<Client, 'customSites'>,
): Promise<RowsAdapter | undefined> {
  const adapter = await findAdapter(view, known, client, ({ rows }) => rows !== undefined);
  return adapter && { adapter, locate: () => pageOf(view, adapter) };
}

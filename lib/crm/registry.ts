import type { Adapter } from './adapter.ts';

/** All CRMs, found by their folders: adding one is adding a folder with `index.ts` and `pages.ts`. */

/** The full adapters. For the card; too large for a page without a deal. */
export const adapters: readonly Adapter[] = Object.values(
  import.meta.glob<Adapter>('./*/index.ts', { eager: true, import: 'adapter' }),
);

/** The adapter of a CRM id, or undefined for an id that no folder carries. */
export const adapterOf = (crm: string): Adapter | undefined =>
  adapters.find(({ meta }) => meta.id === crm);

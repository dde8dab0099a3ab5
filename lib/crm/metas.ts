import type { CrmMeta } from './adapter.ts';

/** What there is to say about each built-in CRM: found by folder. */
export const crmMetas: readonly CrmMeta[] = Object.values(
  import.meta.glob<CrmMeta>('./*/meta.ts', { eager: true, import: 'meta' }),
);

/** What there is to say about one; undefined for a CRM of an admin's own. */
export const metaOf = (id: string): CrmMeta | undefined => crmMetas.find((meta) => meta.id === id);

import type { FieldCheck } from '../../lib/core/self-check.ts';
import { keepChecks } from '../../lib/storage/health.ts';
import { createStore } from '../../lib/storage/store.ts';

/** Keeps the checks of so many deals of a site, as the card reports them. */
export async function keepChecksOf(
  site: string,
  deals: number,
  checks: readonly FieldCheck[],
): Promise<void> {
  const store = createStore();
  for (let id = 1; id <= deals; id += 1) {
    const ref = { crm: 'tryton', id: String(id), org: 'sales' };
    await store.use((db) => keepChecks(db, site, ref, '2026-11-20', checks));
  }
  store.close();
}

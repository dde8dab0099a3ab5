import { browser } from 'wxt/browser';
import type { CrmPages } from '../crm/adapter.ts';
import { crmPages } from '../crm/pages.ts';

/**
 * The CRMs that this build knows by itself. The demo build can be told to know fewer, by the storage key
 * `unknown-crms`, so that a CRM at hand can stand for one that nobody has written an adapter for.
 */
export async function knownCrms(): Promise<readonly CrmPages[]> {
  if (import.meta.env.MODE !== 'demo') return crmPages;
  const { 'unknown-crms': unknown } = await browser.storage.local.get('unknown-crms');
  if (!Array.isArray(unknown)) return crmPages;
  return crmPages.filter(({ id }) => !unknown.includes(id));
}

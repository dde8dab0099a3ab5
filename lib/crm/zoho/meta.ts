import type { CrmMeta } from '../adapter.ts';
import { DOMAINS } from './domains.ts';

export const CRM = 'zoho';

export const meta: CrmMeta = {
  id: CRM,
  label: 'Zoho CRM',
  hosts: DOMAINS.flatMap((domain) => [`https://crm.${domain}/*`, `https://crmsandbox.${domain}/*`]),
  // CRM Plus puts the whole client into a frame of its own page.
  framed: true,
};

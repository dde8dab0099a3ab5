import type { CrmMeta } from '../adapter.ts';

export const CRM = 'odoo';

export const meta: CrmMeta = { id: CRM, label: 'Odoo', hosts: ['https://*.odoo.com/*'] };

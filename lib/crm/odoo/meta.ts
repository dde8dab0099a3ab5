import type { CrmMeta } from '../adapter.ts';

export const meta: CrmMeta = { id: 'odoo', label: 'Odoo', hosts: ['https://*.odoo.com/*'] };

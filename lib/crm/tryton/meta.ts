import type { CrmMeta } from '../adapter.ts';

export const CRM = 'tryton';

export const meta: CrmMeta = { id: CRM, label: 'Tryton', hosts: [] };

import type { CrmMeta } from '../adapter.ts';

export const meta: CrmMeta = { id: 'tryton', label: 'Tryton', hosts: [] };

import type { CrmMeta } from '../adapter.ts';

export const meta: CrmMeta = { id: 'atomic', label: 'Atomic CRM', hosts: [] };

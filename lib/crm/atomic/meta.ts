import type { CrmMeta } from '../adapter.ts';

export const CRM = 'atomic';

export const meta: CrmMeta = { id: CRM, label: 'Atomic CRM', hosts: [] };

import type { CrmMeta } from '../adapter.ts';

export const CRM = 'espocrm';

/** Teams host EspoCRM themselves, under any name and in any folder of it. */
export const meta: CrmMeta = { id: CRM, label: 'EspoCRM', hosts: [] };

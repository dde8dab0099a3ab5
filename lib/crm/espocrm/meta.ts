import type { CrmMeta } from '../adapter.ts';

/** Teams host EspoCRM themselves, under any name and in any folder of it. */
export const meta: CrmMeta = { id: 'espocrm', label: 'EspoCRM', hosts: [] };

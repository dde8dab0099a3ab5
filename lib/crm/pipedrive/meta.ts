import type { CrmMeta } from '../adapter.ts';

export const meta: CrmMeta = {
  id: 'pipedrive',
  label: 'Pipedrive',
  hosts: ['https://*.pipedrive.com/*'],
};

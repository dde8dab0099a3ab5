import type { CrmMeta } from '../adapter.ts';

export const CRM = 'pipedrive';

export const meta: CrmMeta = {
  id: CRM,
  label: 'Pipedrive',
  hosts: ['https://*.pipedrive.com/*'],
};

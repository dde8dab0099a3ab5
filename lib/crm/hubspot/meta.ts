import type { CrmMeta } from '../adapter.ts';

export const CRM = 'hubspot';

export const meta: CrmMeta = {
  id: CRM,
  label: 'HubSpot',
  hosts: ['https://*.hubspot.com/*'],
};

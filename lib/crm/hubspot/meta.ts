import type { CrmMeta } from '../adapter.ts';

export const meta: CrmMeta = {
  id: 'hubspot',
  label: 'HubSpot',
  hosts: ['https://*.hubspot.com/*'],
};

import type { CrmMeta } from '../adapter.ts';

export const CRM = 'salesforce';

export const meta: CrmMeta = {
  id: CRM,
  label: 'Salesforce',
  hosts: [
    'https://*.lightning.force.com/*',
    'https://*.my.salesforce.com/*',
    'https://*.lightning.force.mil/*',
    'https://*.my.salesforce.mil/*',
    'https://*.lightning.crmforce.mil/*',
    'https://*.lightning.sfcrmapps.cn/*',
    'https://*.lightning.sfcrmproducts.cn/*',
  ],
  api: 'background',
};

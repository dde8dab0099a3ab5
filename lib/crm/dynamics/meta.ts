import type { CrmMeta } from '../adapter.ts';

export const CRM = 'dynamics';

export const meta: CrmMeta = {
  id: CRM,
  label: 'Microsoft Dynamics 365 Sales',
  hosts: [
    'https://*.dynamics.com/*',
    'https://*.dynamics.cn/*',
    'https://*.microsoftdynamics.de/*',
    'https://*.microsoftdynamics.us/*',
  ],
  // The form's typed values are in `Xrm`, which only the page's own world sees.
  pageScript: 'xrm',
};

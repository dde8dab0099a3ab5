import type { CrmMeta } from '../adapter.ts';

export const CRM = 'twenty';

/** Each workspace has a name under twenty.com, or a host of the team's own. */
export const meta: CrmMeta = { id: CRM, label: 'Twenty', hosts: ['https://*.twenty.com/*'] };

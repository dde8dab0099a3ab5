import type { CrmMeta } from '../adapter.ts';

/** Each workspace has a name under twenty.com, or a host of the team's own. */
export const meta: CrmMeta = { id: 'twenty', label: 'Twenty', hosts: ['https://*.twenty.com/*'] };

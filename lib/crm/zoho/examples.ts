import type { PageRef } from '../adapter.ts';

const ID = '4876876000000331001';
const deal = (org: string): PageRef => ({ kind: 'deal', ref: { crm: 'zoho', id: ID, org } });

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  [`https://crm.zoho.com/crm/org699381531/tab/Potentials/${ID}`, deal('699381531')],
  [`https://crm.zoho.eu/crm/org699381531/tab/Potentials/${ID}/edit`, deal('699381531')],
  [`https://crm.zoho.in/crm/org699381531/tab/Potentials/${ID}?tab=2#timeline`, deal('699381531')],
  [`https://crm.zoho.com.au/crm/org699381531/tab/Potentials/${ID}/`, deal('699381531')],
  [`https://crm.zohocloud.ca/crm/org12/tab/Potentials/${ID}`, deal('12')],
  [`https://crmsandbox.zoho.com/crm/org12/tab/Potentials/${ID}`, deal('12')],
  [
    'https://crm.zoho.jp/crm/org12/tab/Potentials/custom-view/4876876000000087501/list',
    { kind: 'list', ref: { crm: 'zoho', org: '12' } },
  ],
  [
    'https://crm.zoho.com/crm/org12/tab/Potentials/custom-view/4876876000000087501/kanban?page=2',
    { kind: 'board', ref: { crm: 'zoho', org: '12' } },
  ],
  [
    'https://crm.zoho.com.cn/crm/org12/tab/Potentials',
    { kind: 'list', ref: { crm: 'zoho', org: '12' } },
  ],
  [`https://crm.zoho.com/crm/org12/tab/Contacts/${ID}`, undefined],
  [`https://crm.zoho.com/crm/org12/tab/Potentials/${ID}/clone`, undefined],
  ['https://crm.zoho.com/crm/org12/tab/Potentials/create', undefined],
  [`https://crm.zoho.com/crm/tab/Potentials/${ID}`, undefined],
  [`https://crm.zoho.com.example.org/crm/org12/tab/Potentials/${ID}`, undefined],
  [`https://bigin.zoho.com/crm/org12/tab/Potentials/${ID}`, undefined],
  ['https://crm.zoho.com/crm/ShowHomePage.do', undefined],
];

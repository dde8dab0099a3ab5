import type { PageRef } from '../adapter.ts';

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  [
    'https://erp.example.com/#sales/model/sale.opportunity/7',
    { kind: 'deal', ref: { crm: 'tryton', id: '7', org: 'sales' } },
  ],
  [
    'https://erp.example.com/#sales/model/sale.opportunity/7;name=%22Leads%22&views=%5B292%2C293%5D',
    { kind: 'deal', ref: { crm: 'tryton', id: '7', org: 'sales' } },
  ],
  [
    'http://127.0.0.1:8000/#/sales/model/sale.opportunity/7',
    { kind: 'deal', ref: { crm: 'tryton', id: '7', org: 'sales' } },
  ],
  [
    'https://erp.example.com/#sales/model/sale.opportunity;name=%22Leads%22',
    { kind: 'list', ref: { crm: 'tryton', org: 'sales' } },
  ],
  ['https://erp.example.com/#sales/model/party.party/7', undefined],
  ['https://erp.example.com/#sales/model/sale.opportunity.line/7', undefined],
  ['https://erp.example.com/#sales', undefined],
];

import type { PageRef } from '../adapter.ts';

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  [
    'https://crm.example.com/#Opportunity/view/6b01c3ac4aac7a32c',
    { kind: 'deal', ref: { crm: 'espocrm', id: '6b01c3ac4aac7a32c' } },
  ],
  [
    'https://www.example.com/espo/?lang=de#Opportunity/edit/6b01c3ac4aac7a32c',
    { kind: 'deal', ref: { crm: 'espocrm', id: '6b01c3ac4aac7a32c' } },
  ],
  [
    'http://127.0.0.1:8080/#Opportunity/view/6b01c3ac4aac7a32c/rootUrl=Home',
    { kind: 'deal', ref: { crm: 'espocrm', id: '6b01c3ac4aac7a32c' } },
  ],
  ['https://crm.example.com/#Opportunity', { kind: 'list', ref: { crm: 'espocrm' } }],
  [
    'https://crm.example.com/#Opportunity/list/primaryFilter=open',
    { kind: 'list', ref: { crm: 'espocrm' } },
  ],
  [
    'https://crm.example.com/#Opportunity/list/viewMode=kanban',
    { kind: 'board', ref: { crm: 'espocrm' } },
  ],
  ['https://crm.example.com/#Opportunity/create', undefined],
  ['https://crm.example.com/#Opportunity/related/6b01c3ac4aac7a32c/documents', undefined],
  ['https://crm.example.com/#Account/view/6b01c3aba6f039d0e', undefined],
  ['https://crm.example.com/#OpportunityLine/view/6b01c3aba6f039d0e', undefined],
  ['https://crm.example.com/', undefined],
];

import type { PageRef } from '../adapter.ts';

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  ['https://crm.example.com/#/deals', { kind: 'board', ref: { crm: 'atomic' } }],
  ['https://crm.example.com/#/deals?filter=%7B%7D', { kind: 'board', ref: { crm: 'atomic' } }],
  ['https://crm.example.com/#/deals/create', { kind: 'board', ref: { crm: 'atomic' } }],
  ['https://crm.example.com/#/deals/13/show', { kind: 'deal', ref: { crm: 'atomic', id: '13' } }],
  ['https://crm.example.com/#/deals/13', { kind: 'deal', ref: { crm: 'atomic', id: '13' } }],
  [
    'http://127.0.0.1:8080/app/#/deals/a%20b/show',
    { kind: 'deal', ref: { crm: 'atomic', id: 'a b' } },
  ],
  ['https://crm.example.com/#/contacts/13/show', undefined],
  ['https://crm.example.com/#/deals/13/show/notes', undefined],
  ['https://crm.example.com/', undefined],
];

import type { PageRef } from '../adapter.ts';

const deal: PageRef = { kind: 'deal', ref: { crm: 'hubspot', id: '7', org: '4200' } };

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  ['https://app.hubspot.com/contacts/4200/record/0-3/7', deal],
  ['https://app-eu1.hubspot.com/contacts/4200/record/0-3/7/view/1', deal],
  ['https://app-na2.hubspot.com/contacts/4200/record/0-3/7?eschref=%2Fcontacts', deal],
  ['https://app.hubspot.com/contacts/4200/deal/7', deal],
  ['https://app.hubspot.com/contacts/4200/deal/7/', deal],
  [
    'https://app.hubspot.com/contacts/4200/objects/0-3/views/all/list',
    { kind: 'list', ref: { crm: 'hubspot', org: '4200' } },
  ],
  [
    'https://app-eu1.hubspot.com/contacts/4200/objects/0-3/views/123/board?pipeline=default',
    { kind: 'board', ref: { crm: 'hubspot', org: '4200' } },
  ],
  [
    'https://app.hubspot.com/contacts/4200/objects/0-3/views/my/board',
    { kind: 'board', ref: { crm: 'hubspot', org: '4200' } },
  ],
  [
    'https://app.hubspot.com/contacts/4200/objects/0-3',
    { kind: 'list', ref: { crm: 'hubspot', org: '4200' } },
  ],
  ['https://app.hubspot.com/contacts/4200/record/0-1/7', undefined],
  ['https://app.hubspot.com/contacts/4200/record/0-31/7', undefined],
  ['https://app.hubspot.com/contacts/4200/contact/7', undefined],
  ['https://app.hubspot.com/contacts/4200/objects/0-1/views/all/list', undefined],
  ['https://app.hubspot.com/reports-dashboard/4200', undefined],
  ['https://www.hubspot.com/contacts/4200/record/0-3/7', undefined],
  ['https://app.hubspot.com.example.com/contacts/4200/record/0-3/7', undefined],
  ['http://app.hubspot.com/contacts/4200/record/0-3/7', undefined],
];

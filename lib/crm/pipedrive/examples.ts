import type { PageRef } from '../adapter.ts';

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  ['https://acme.pipedrive.com/deal/7', { kind: 'deal', ref: { crm: 'pipedrive', id: '7' } }],
  [
    'https://acme-sandbox.pipedrive.com/deal/7/?scroll=1',
    { kind: 'deal', ref: { crm: 'pipedrive', id: '7' } },
  ],
  ['https://acme.pipedrive.com/pipeline/1', { kind: 'board', ref: { crm: 'pipedrive' } }],
  [
    'https://acme.pipedrive.com/pipeline/1/user/everyone',
    { kind: 'board', ref: { crm: 'pipedrive' } },
  ],
  ['https://acme.pipedrive.com/pipeline', { kind: 'board', ref: { crm: 'pipedrive' } }],
  ['https://acme.pipedrive.com/deals/user/everyone', { kind: 'list', ref: { crm: 'pipedrive' } }],
  ['https://acme.pipedrive.com/deals', { kind: 'list', ref: { crm: 'pipedrive' } }],
  ['https://acme.pipedrive.com/deal/add', undefined],
  ['https://acme.pipedrive.com/person/7', undefined],
  ['https://acme.pipedrive.com/pipelines', undefined],
  ['https://app.pipedrive.com/deal/7', undefined],
  ['https://support.pipedrive.com/deals', undefined],
  ['https://acme.pipedrive.com.example.com/deal/7', undefined],
  ['http://acme.pipedrive.com/deal/7', undefined],
];

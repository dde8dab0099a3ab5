import type { PageRef } from '../adapter.ts';

const ID = '20202020-be10-412b-a663-16bd3c2228e1';

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  [
    `https://acme.twenty.com/object/opportunity/${ID}`,
    { kind: 'deal', ref: { crm: 'twenty', id: ID } },
  ],
  [
    `http://localhost:3001/object/opportunity/${ID.toUpperCase()}?viewId=1#timeline`,
    { kind: 'deal', ref: { crm: 'twenty', id: ID } },
  ],
  [
    'https://crm.example.com/objects/opportunities?viewId=20202020-0000-4000-8000-000000000001',
    { kind: 'list', ref: { crm: 'twenty' } },
  ],
  ['https://acme.twenty.com/objects/companies', undefined],
  [`https://acme.twenty.com/object/company/${ID}`, undefined],
  ['https://acme.twenty.com/object/opportunity/new', undefined],
  [`https://acme.twenty.com/object/opportunity/${ID}/notes`, undefined],
  ['https://acme.twenty.com/settings/objects/opportunities', undefined],
];

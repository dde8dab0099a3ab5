import type { Draft } from '../lib/core/custom-draft.ts';
import type { Definition } from '../lib/core/custom-schema.ts';

/** For tests: an admin's own CRM on crm.example.com. */
export const customDefinition: Definition = {
  id: 'custom-harbour',
  name: 'Harbour CRM',
  version: 1,
  sites: ['https://crm.example.com'],
  urls: { deal: ['/deals/:id', '/deals/:id/edit'], list: ['/deals'] },
  locale: 'en-GB',
  currency: 'EUR',
  fields: {
    name: { shown: ['h1'], form: ['input[name="name"]'] },
    amount: { shown: [{ label: 'Amount' }], form: ['input[name="amount"]'] },
    closeDate: { shown: [{ label: 'Closes on' }], form: ['input[name="closes"]'] },
    stage: { shown: ['[data-field="stage"]'], form: ['select[name="stage"]'] },
  },
  stages: [
    { label: 'Sold', state: 'won' },
    { label: 'Gone', state: 'lost' },
  ],
};

/** The same, while somebody points at its fields. */
export const customDraft: Draft = {
  site: 'https://crm.example.com',
  name: 'Harbour CRM',
  fields: customDefinition.fields,
  skipped: ['probability'],
  first: { path: '/deals/7', values: { name: 'Harbour sensors' } },
  paths: [],
  trying: true,
};

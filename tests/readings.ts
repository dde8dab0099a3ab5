/** For tests: readings to store. */
import { unknownFields, type DealRef, type Fields, type Reading } from '../lib/core/deal.ts';
import { known } from '../lib/core/fact.ts';

export const REF: DealRef = { crm: 'atomic', id: '7' };
export const SITE = 'https://crm.example.com';

/** A saved reading with a name, a close date and an exact amount; `fields` come on top. */
export function readingWith(fields: Partial<Fields> = {}, ref: DealRef = REF): Reading {
  return {
    ref,
    url: `${SITE}/deals/${ref.id}`,
    fields: {
      ...unknownFields('not-on-page'),
      name: known('Northwind renewal', 'api'),
      closeDate: known('2026-12-01', 'api'),
      amount: known({ amount: '23150.50', currency: 'EUR' }, 'api'),
      ...fields,
    },
    custom: {},
  };
}

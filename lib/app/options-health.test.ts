import { describe, expect, test } from 'vitest';
import { packFor } from './options-draft.ts';
import { withPlaces } from './options-health.ts';
import { asText } from './options-draft.ts';
import { checkText } from './playbook-store.ts';

const plain = packFor('spiced', null);
const own = withPlaces(plain, 'hubspot', 'amount', { shown: ['.sum'] });

describe('an admin’s places of a field', () => {
  test('become part of a playbook that is valid', () => {
    expect(own.selectors).toEqual({ hubspot: { amount: { shown: ['.sum'] } } });
    expect(checkText(asText(own)).playbook).toEqual(own);
    expect(plain).not.toHaveProperty('selectors');
  });
  test('stand beside those of other fields and CRMs', () => {
    const more = withPlaces(own, 'hubspot', 'name', { form: ['.n'] });
    const both = withPlaces(more, 'odoo', 'amount', { form: ['.a'] });
    expect(both.selectors).toEqual({
      hubspot: { amount: { shown: ['.sum'] }, name: { form: ['.n'] } },
      odoo: { amount: { form: ['.a'] } },
    });
    expect(withPlaces(both, 'hubspot', 'amount', null).selectors).toEqual({
      hubspot: { name: { form: ['.n'] } },
      odoo: { amount: { form: ['.a'] } },
    });
  });
  test('leave no trace once they are removed', () => {
    expect(withPlaces(own, 'hubspot', 'amount', null)).toEqual(plain);
    expect(withPlaces(plain, 'hubspot', 'amount', null)).toEqual(plain);
    expect(withPlaces(own, 'odoo', 'amount', null)).toEqual(own);
  });
});

// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { FieldName } from '../core/fields.ts';
import { known, unknown, type Fact } from '../core/fact.ts';
import { readBeside } from './read-beside.ts';

const read = (field: FieldName, text: string, saved: Fact<unknown>, currency = 'EUR') => {
  const element = document.createElement('span');
  element.textContent = text;
  return readBeside(field, element, { source: 'page', currency }, saved);
};
const money = (amount: string, currency = 'EUR') => known({ amount, currency }, 'api');

it('takes a text with two readings for the saved value where one of them is', () => {
  expect(read('amount', '€48,000', money('48000'))).toEqual({ ...money('48000'), source: 'page' });
  expect(read('amount', '€48.000', money('48000'))).toMatchObject({ value: { amount: '48000' } });
  const date = known('2026-12-01', 'api');
  expect(read('closeDate', '12/01/2026', date)).toEqual(known('2026-12-01', 'page'));
  expect(read('closeDate', '01/12/2026', date)).toEqual(known('2026-12-01', 'page'));
});

it('leaves any other text with two readings ambiguous', () => {
  expect(read('amount', '€49,000', money('48000'))).toEqual(unknown('ambiguous', '€49,000'));
  expect(read('amount', '€48,000', money('48000', 'USD'))).toMatchObject({ is: 'unknown' });
  expect(read('amount', '€48,000', { is: 'empty', source: 'api' })).toMatchObject({
    is: 'unknown',
  });
  expect(read('amount', '€48,000', unknown('no-access'))).toMatchObject({ reason: 'ambiguous' });
  const date = known('2026-12-02', 'api');
  expect(read('closeDate', '12/01/2026', date)).toEqual(unknown('ambiguous', '12/01/2026'));
});

it('changes nothing where a text has one reading or none', () => {
  expect(read('amount', '€49,000.00', money('48000'))).toEqual(
    known({ amount: '49000', currency: 'EUR' }, 'page'),
  );
  expect(read('closeDate', 'soon', known('2026-12-01', 'api'))).toEqual(
    unknown('not-readable', 'soon'),
  );
  expect(read('amount', '', money('48000'))).toEqual({ is: 'empty', source: 'page' });
});

import { expect, test } from 'vitest';
import { looksStable, repeatsValue } from './stable.ts';

test.each([
  'amount',
  'close_date',
  'expected-closing-date',
  'MuiTypography-body',
  'dealName',
  'RaLink-link',
  'deal.amount',
  'Sluitingsdatum',
])('%s may have been written by a person', (name) => {
  expect(looksStable(name)).toBe(true);
});

test.each([
  'css-zq6grw',
  'sc-bdVaJa',
  'x',
  '',
  'field_10021',
  ':r12:',
  'jss42',
  'zqgrwtk',
  'a'.repeat(61),
  'ember1234-input',
])('%s was made up by a machine, or says too little', (name) => {
  expect(looksStable(name)).toBe(false);
});

test('what repeats the value is another one on the next deal', () => {
  expect(repeatsValue('in-negotiation', 'In Negotiation')).toBe(true);
  expect(repeatsValue('Harbour sensors', 'Harbour sensors')).toBe(true);
  expect(repeatsValue('proposal', 'Proposal sent')).toBe(true);
  expect(repeatsValue('amount', '€48,000')).toBe(false);
  expect(repeatsValue('stage', '')).toBe(false);
});

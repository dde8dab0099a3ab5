import { describe, expect, it } from 'vitest';
import { digitsShown, isShownAs, parseDay, parseNumber } from './format.ts';

const EN = { decimal: '.', group: ',', order: 'mdy' } as const;
const NL = { decimal: ',', group: '.', order: 'dmy' } as const;
const FR = { decimal: ',', group: '\u202f' } as const;
const IN = { decimal: '.', group: ',' } as const;
const BARE = { decimal: '.', group: '' } as const;

describe('a number', () => {
  it.each([
    ['48,000.00', EN, '48000'],
    ['48000', EN, '48000'],
    ['-1,200.5', EN, '-1200.5'],
    ['−12', EN, '-12'],
    ['-0.00', EN, '0'],
    ['.5', EN, '0.5'],
    ['4,800', EN, '4800'],
    ['4,800', NL, '4.8'],
    ['4.800', NL, '4800'],
    ['1.234.567,50', NL, '1234567.5'],
    ['148\u202f000,00', FR, '148000'],
    ['148\u00a0000,00', FR, '148000'],
    ['1,23,45,678.00', IN, '12345678'],
    ['48000.25', BARE, '48000.25'],
    ['9007199254740993.01', EN, '9007199254740993.01'],
  ])('%s is read by the user’s own separators', (text, format, value) => {
    expect(parseNumber(text, format, 'typed')).toEqual({ is: 'value', value, source: 'typed' });
  });

  it.each([
    ['4.8.0', EN],
    ['48,00', EN],
    ['4,8000', EN],
    ['1,2345,678', EN],
    ['48.000,00', EN],
    ['=12*3', EN],
    ['1e5', EN],
    ['48k', EN],
    ['-', EN],
    ['.', EN],
    [',', NL],
    ['4 800', EN],
  ])('%s is no number', (text, format) => {
    expect(parseNumber(text, format, 'typed')).toMatchObject({ reason: 'not-readable' });
  });

  it('without the user’s separators is read where it has one reading alone', () => {
    expect(parseNumber('48,000.00', {}, 'typed')).toMatchObject({ value: '48000' });
    expect(parseNumber('4,800', {}, 'typed')).toMatchObject({ reason: 'ambiguous' });
    expect(parseNumber('5k', {}, 'typed')).toMatchObject({ reason: 'not-readable' });
    expect(parseNumber(' ', {}, 'typed')).toEqual({ is: 'empty', source: 'typed' });
  });
});

it.each([
  ['33.3333', '33.33', 2, true],
  ['66.6667', '66.67', 2, true],
  ['66.6667', '66.66', 2, false],
  ['-66.6667', '-66.67', 2, true],
  ['33.4', '33', 2, false],
  ['33.4', '33', 0, true],
  ['99.996', '100', 2, true],
  ['0.125', '0.13', 2, true],
  ['33.4', '33', undefined, false],
  ['33.40', '33.4', undefined, true],
])('%s saved and %s shown with %s digits: %s', (saved, shown, digits, same) => {
  expect(isShownAs(saved, shown, digits)).toBe(same);
});

it.each([
  ['60.00', EN, 2],
  ['60', EN, 0],
  ['60,5 %', NL, 1],
  ['60.00', {}, undefined],
] as const)('%s shows its digits', (text, format, digits) => {
  expect(digitsShown(text, format)).toBe(digits);
});

it('a date is read in the user’s own order', () => {
  expect(parseDay('01/02/2027', EN, 'typed')).toMatchObject({ value: '2027-01-02' });
  expect(parseDay('01-02-2027', NL, 'typed')).toMatchObject({ value: '2027-02-01' });
  expect(parseDay('01/02/2027', {}, 'typed')).toMatchObject({ reason: 'ambiguous' });
});

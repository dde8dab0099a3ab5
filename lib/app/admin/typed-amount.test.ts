import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDecimal, isDecimal } from '../../core/money.ts';
import { keptOfTyped, readTypedAmount } from './typed-amount.ts';

const number = (plain: string) => ({ is: 'number', plain });
const two = (...readings: string[]) => ({ is: 'two', readings });

describe('a number as it is typed', () => {
  it.each([
    ['50,000', 'en', number('50000')],
    ['50.000', 'nl', number('50000')],
    ['50000', 'en', number('50000')],
    ['50000', 'nl', number('50000')],
    ['€ 50.000', 'nl', number('50000')],
    ['€50,000', 'en', number('50000')],
    ['1,234,567', 'en', number('1234567')],
    ['1.234.567', 'en', number('1234567')],
    ['1.234.567,50', 'en', number('1234567.5')],
    ['48,000.00', 'nl', number('48000')],
    ['1,5', 'nl', number('1.5')],
    ['1,5', 'en', number('1.5')],
    ['1.5', 'nl', number('1.5')],
    ['99.95', 'nl', number('99.95')],
    ['50k', 'en', number('50000')],
    ['1,2 mln', 'nl', number('1200000')],
    ['60%', 'en', number('60')],
    ['60 %', 'nl', number('60')],
    ['-3', 'en', number('-3')],
    ['  ', 'en', { is: 'empty' }],
    ['fifty', 'en', { is: 'unreadable' }],
    ['50,0001', 'en', { is: 'unreadable' }],
    ['5,00,0', 'en', { is: 'unreadable' }],
    ['50-60', 'en', { is: 'unreadable' }],
  ])('reads %s in %s', (typed, locale, wanted) => {
    expect(readTypedAmount(typed, locale)).toEqual(wanted);
  });

  it.each([
    ['50.000', 'en', two('50', '50000')],
    ['50,000', 'nl', two('50', '50000')],
    ['€ 1.500', 'en', two('1.5', '1500')],
    ['1,250', 'nl', two('1.25', '1250')],
  ])('does not guess what %s means in %s', (typed, locale, wanted) => {
    expect(readTypedAmount(typed, locale)).toEqual(wanted);
  });

  it('keeps what was not understood as it stands, and never as a decimal', () => {
    expect(keptOfTyped('fifty', 'en')).toBe('fifty');
    expect(isDecimal(keptOfTyped('50.000', 'en'))).toBe(false);
    expect(readTypedAmount(keptOfTyped('50.000', 'en'), 'en')).toEqual(two('50', '50000'));
    expect(keptOfTyped('50.000', 'nl')).toBe('50000');
    expect(keptOfTyped('', 'en')).toBe('');
  });

  it('reads what the language itself writes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en', 'nl'),
        fc.integer({ min: -(10 ** 11), max: 10 ** 11 }),
        (locale, cents) => {
          const plain = addDecimal(String(cents / 100), '0');
          const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(
            cents / 100,
          );
          expect(readTypedAmount(written, locale)).toEqual(number(plain === '-0' ? '0' : plain));
        },
      ),
    );
  });

  it('takes any text without a throw, and keeps it or a decimal', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('en', 'nl'), (typed, locale) => {
        const kept = keptOfTyped(typed, locale);
        if (readTypedAmount(typed, locale).is === 'number') expect(isDecimal(kept)).toBe(true);
        else expect(kept.trim()).toBe(typed.trim());
      }),
    );
  });
});

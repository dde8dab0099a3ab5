import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDecimal, bounds, compareDecimal } from '../core/money.ts';
import { codeOfSymbol } from './currency.ts';
import { parseAmount } from './parse-amount.ts';

const parse = (text: string, locale?: string, currency?: string) =>
  parseAmount(text, { source: 'page', locale, currency });
const money = (amount: string, currency?: string, margin?: string) => ({
  is: 'value',
  source: 'page',
  value: { amount, ...(currency && { currency }), ...(margin && { margin }) },
});

describe('parseAmount', () => {
  it.each([
    ['48,000.00', money('48000')],
    ['48.000,00', money('48000')],
    ['1.234,50 €', money('1234.5', 'EUR')],
    ['€ 1.234,50', money('1234.5', 'EUR')],
    ['12 345,00', money('12345')],
    ['12\u202f345,00\u00a0€', money('12345', 'EUR')],
    ['CHF 1’234.50', money('1234.5', 'CHF')],
    ['48000', money('48000')],
    ['USD 12', money('12', 'USD')],
    ['A$5', money('5', 'AUD')],
    ['-€1,234.50', money('-1234.5', 'EUR')],
    ['€ -1.234,50', money('-1234.5', 'EUR')],
    ['(1,200.00)', money('-1200')],
    ['\u22123.50', money('-3.5')],
    ['-0.00', money('0')],
    ['9007199254740993.25', money('9007199254740993.25')],
    ['₹12,34,567.50', money('1234567.5', 'INR')],
    ['１２３', money('123')],
    ['१२,३४,५६७', money('1234567')],
    ['4,800,000円', money('4800000', 'JPY')],
  ])('reads %s', (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  it.each([
    ['$23.2K', money('23200', undefined, '50')],
    ['23,2K', money('23200', undefined, '50')],
    ['€ 1,2 mln.', money('1200000', 'EUR', '50000')],
    ['1,2 Mio. €', money('1200000', 'EUR', '50000')],
    ['$1.00B', money('1000000000', undefined, '5000000')],
    ['$117.54999K', money('117549.99', undefined, '0.005')],
    ['12K', money('12000', undefined, '500')],
    ['1.2bn', money('1200000000', undefined, '50000000')],
  ])('keeps what %s leaves open', (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  it.each(['1.234', '48,000', '€ 1.234', '1.234M'])(
    'finds %s ambiguous without a locale',
    (text) => {
      expect(parse(text)).toEqual({ is: 'unknown', reason: 'ambiguous', saw: text });
      expect(parse(text, 'nl').is).toBe('value');
      expect(parse(text, 'en-US').is).toBe('value');
    },
  );

  it.each([
    ['abc', undefined],
    ['12 apples', undefined],
    ['5.', undefined],
    ['5-10', undefined],
    ['1,23,4', undefined],
    ['-(5)', undefined],
    ['(5', undefined],
    ['1.5', 'de'],
    ['48,000.00', 'nl'],
    ['1,2345.00', 'en-US'],
    ['12,34,567', 'en-US'],
  ])('does not read %s (%s)', (text, locale) => {
    expect(parse(text, locale)).toEqual({ is: 'unknown', reason: 'not-readable', saw: text });
  });

  it('tells empty from unreadable', () => {
    expect(parse(' \u00a0')).toEqual({ is: 'empty', source: 'page' });
  });

  it('takes the currency of a shared symbol from the CRM, else from a region, else from nowhere', () => {
    expect(parse('$5')).toEqual(money('5'));
    expect(parse('$5', 'en')).toEqual(money('5'));
    expect(parse('$5', 'en-US')).toEqual(money('5', 'USD'));
    expect(parse('$5', 'en-CA')).toEqual(money('5', 'CAD'));
    expect(parse('$5', 'en-CA', 'USD')).toEqual(money('5', 'USD'));
    expect(parse('5', undefined, 'SEK')).toEqual(money('5', 'SEK'));
    expect(parse('€5', undefined, 'USD')).toEqual(money('5', 'EUR'));
    expect(parse('5 kr', 'sv-SE')).toEqual(money('5', 'SEK'));
    expect([codeOfSymbol('€'), codeOfSymbol('$'), codeOfSymbol('CHF'), codeOfSymbol('')]).toEqual([
      'EUR',
      undefined,
      'CHF',
      undefined,
    ]);
  });

  const locales = [
    'en-US',
    'en-GB',
    'nl',
    'nl-BE',
    'de',
    'de-CH',
    'de-AT',
    'fr',
    'en-IN',
    'sv',
    'es',
  ];
  const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

  it('reads back what Intl writes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.constantFrom('EUR', 'CHF', 'GBP'),
        cents,
        (locale, currency, units) => {
          const digits = (units < 0n ? -units : units).toString().padStart(3, '0');
          const plain = `${units < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
          const text = new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
            plain as unknown as number,
          );
          expect(parse(text, locale)).toEqual(money(addDecimal(plain, '0'), currency));
        },
      ),
    );
  });

  it('keeps the true amount within the margin of a compact one', () => {
    const compact = fc.integer({ min: 1000, max: 999_999_999 });
    fc.assert(
      fc.property(fc.constantFrom('en-US', 'nl', 'fr'), compact, (locale, amount) => {
        const text = new Intl.NumberFormat(locale, {
          notation: 'compact',
          style: 'currency',
          currency: 'EUR',
        }).format(amount);
        const read = parse(text, locale);
        if (read.is !== 'value') throw new Error(text);
        const { low, high } = bounds(read.value);
        expect(compareDecimal(low, String(amount))).toBeLessThanOrEqual(0);
        expect(compareDecimal(String(amount), high)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('never throws, and never reads a text without digits', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(undefined, ...locales), (text, locale) => {
        const { is } = parse(text, locale);
        if (!/\d/.test(text)) expect(is).not.toBe('value');
      }),
    );
  });
});

/** How each locale writes money and dates, from the browser's own tables: what they write must be read back. */
describe('the locales of our users', () => {
  const locales = ['en-US', 'en-GB', 'nl-NL', 'de-DE', 'fr-FR', 'sv-SE', 'hi-IN', 'ja-JP'] as const;
  const currencies = {
    'ja-JP': 'JPY',
    'hi-IN': 'INR',
    'en-US': 'USD',
    'sv-SE': 'SEK',
    'en-GB': 'GBP',
  };
  const currencyOf = (locale: string): string =>
    (currencies as Record<string, string>)[locale] ?? 'EUR';

  it.each(locales)('%s: money comes back as it was written', (locale) => {
    const currency = currencyOf(locale);
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (whole) => {
        const text = new Intl.NumberFormat(locale, {
          style: 'currency',
          currency,
          minimumFractionDigits: 2,
        }).format(whole / 100);
        const exact = addDecimal(String(whole / 100), '0');
        expect(parse(text, locale)).toEqual(money(exact === '-0' ? '0' : exact, currency));
      }),
    );
  });

  it.each(locales)('%s: compact money keeps its margin', (locale) => {
    const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
    for (const amount of [23_200, 1_234_567, 48_000_000, 7_200_000_000]) {
      const read = parse(format.format(amount), locale);
      if (read.is !== 'value') throw new Error(`${format.format(amount)} was not read`);
      const { low, high } = bounds(read.value);
      expect(compareDecimal(low, String(amount))).toBeLessThanOrEqual(0);
      expect(compareDecimal(String(amount), high)).toBeLessThanOrEqual(0);
    }
  });

  it('tells lakhs from thousands', () => {
    expect(parse('12,34,567', 'hi-IN')).toEqual(money('1234567'));
    expect(parse('1,234,567', 'hi-IN').is).toBe('unknown');
    expect(parse('2.5 लाख', 'hi-IN')).toEqual(money('250000', undefined, '5000'));
    expect(parse('₹1.2 Cr', 'en-IN')).toEqual(money('12000000', 'INR', '500000'));
  });

  it('takes a Swedish tn for a thousand, and nobody else’s', () => {
    expect(parse('23 tn', 'sv-SE')).toEqual(money('23000', undefined, '500'));
    expect(parse('23 tn', 'en-GB')).toEqual(money('23000000000000', undefined, '500000000000'));
  });
});

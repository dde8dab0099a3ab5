import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareToLimit, decimalLimit, quickDecimal } from './decimal-limit.ts';
import { compareDecimal } from './money.ts';

const digits = fc.stringMatching(/^\d{1,20}$/);
const decimal = fc
  .tuple(fc.constantFrom('', '-'), digits, fc.option(fc.stringMatching(/^\d{1,9}$/)))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === null ? '' : `.${fraction}`}`);

it('compares as exact decimals do', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(Math.sign(compareToLimit(a, decimalLimit(b))) + 0).toBe(compareDecimal(a, b));
      expect(compareToLimit(a, decimalLimit(a)) + 0).toBe(0);
    }),
    { numRuns: 2000 },
  );
});

it('keeps neighbours of fifteen digits apart', () => {
  for (const [a, b] of [
    ['999999999999998', '999999999999999'],
    ['0.0000000000001', '0.0000000000002'],
    ['9999999.999998', '9999999.999999'],
  ] as const) {
    expect(quickDecimal(a)).not.toBeNaN();
    expect(compareToLimit(a, decimalLimit(b))).toBeLessThan(0);
  }
});

it('reads a short decimal as Number does, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.oneof(decimal, fc.string({ maxLength: 6 }), fc.stringMatching(/^[-.\d]{0,6}$/)),
      (text) => {
        const plain = /^-?\d+(\.\d+)?$/.test(text) && text.length <= 15;
        expect(quickDecimal(text)).toBe(plain ? Number(text) : Number.NaN);
      },
    ),
    { numRuns: 2000 },
  );
});

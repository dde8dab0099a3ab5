import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDecimal, bounds, compareDecimal, isDecimal } from './money.ts';

const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const text = (n: bigint): string => {
  const digits = (n < 0n ? -n : n).toString().padStart(3, '0');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

it('compares and adds amounts that a float cannot hold', () => {
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      expect(compareDecimal(text(a), text(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      expect(compareDecimal(addDecimal(text(a), text(b)), text(a + b))).toBe(0);
    }),
  );
  expect(addDecimal('0.1', '0.2')).toBe('0.3');
  expect(compareDecimal('1', '1.000')).toBe(0);
});

it('takes plain decimals alone', () => {
  for (const odd of ['', '1,5', '1e3', 'NaN', ' 1', '.5', '+1', '--1']) {
    expect(isDecimal(odd)).toBe(false);
    expect(() => compareDecimal(odd, '1')).toThrow(RangeError);
  }
});

it('knows between which amounts a rounded one lies', () => {
  expect(bounds({ amount: '23200', margin: '50' })).toEqual({ low: '23150', high: '23250' });
  expect(bounds({ amount: '5' })).toEqual({ low: '5', high: '5' });
});

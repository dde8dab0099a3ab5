import { describe, expect, it } from 'vitest';
import {
  at,
  judge,
  limitOf,
  NO,
  ROUNDED,
  UNKNOWN,
  YES,
  type Given,
} from '../../tests/condition-kit.ts';
import type { Leaf } from './condition-schema.ts';
import { known } from './fact.ts';
import type { Money } from './money.ts';

const amount = (money: Money): Given => ({ fields: { amount: known(money, 'page') } });

describe('amounts', () => {
  const shown = { amount: '23200', margin: '50', currency: 'USD' };
  it.each<[Leaf['op'], string, string]>([
    ['more-than', '23149', YES],
    ['more-than', '23150', ROUNDED],
    ['more-than', '23249.99', ROUNDED],
    ['more-than', '23250', NO],
    ['at-least', '23150', YES],
    ['at-least', '23150.01', ROUNDED],
    ['at-least', '23250', ROUNDED],
    ['at-least', '23250.01', NO],
    ['less-than', '23250.01', YES],
    ['less-than', '23250', ROUNDED],
    ['less-than', '23150', NO],
    ['at-most', '23250', YES],
    ['at-most', '23200', ROUNDED],
    ['at-most', '23149.99', NO],
    ['equals', '23200', ROUNDED],
    ['equals', '23250', ROUNDED],
    ['equals', '23250.01', NO],
    ['differs', '23200', ROUNDED],
    ['differs', '23149', YES],
  ])('"$23.2K" %s %s: %s', (op, value, expected) => {
    const leaf = { field: 'amount', op, value } as Leaf;
    expect(judge(leaf, amount(shown))).toBe(expected);
    // The same, beyond what doubles hold.
    const long = (text: string) => `${text}${text.includes('.') ? '' : '.'}0000000000000000`;
    expect(judge({ ...leaf, value: long(value) } as Leaf, amount(shown))).toBe(expected);
    expect(judge(leaf, amount({ amount: long('23200'), margin: long('50') }))).toBe(expected);
  });

  it('is sure of a rounded zero margin, and of an exact amount', () => {
    const leaf: Leaf = { field: 'amount', op: 'equals', value: '23150.50' };
    expect(judge(leaf, amount({ amount: '23150.5' }))).toBe(YES);
    expect(judge(leaf, amount({ amount: '23150.5', margin: '0' }))).toBe(YES);
    expect(judge(leaf, amount({ amount: '23150.51' }))).toBe(NO);
    expect(limitOf(leaf, amount({ amount: '1' }))).toBe('23150.50');
  });

  it('keeps apart what a double cannot', () => {
    const leaf: Leaf = { field: 'amount', op: 'more-than', value: '9007199254740992' };
    expect(judge(leaf, amount({ amount: '9007199254740993' }))).toBe(YES);
    expect(judge(leaf, amount({ amount: '9007199254740992.000' }))).toBe(NO);
  });

  it.each([
    ['5', 'no: does-not-hold', '10'],
    ['10', YES, undefined],
    ['20', YES, undefined],
    ['20.01', 'no: does-not-hold', '20'],
  ])('%s between 10 and 20: %s', (value, expected, limit) => {
    const leaf: Leaf = { field: 'amount', op: 'between', low: '10', high: '20' };
    expect(judge(leaf, amount({ amount: value }))).toBe(expected);
    expect(limitOf(leaf, amount({ amount: value }))).toBe(limit);
  });

  it('does not fail a range on a rounding, at either end', () => {
    const leaf: Leaf = { field: 'amount', op: 'between', low: '10', high: '20' };
    expect(judge(leaf, amount({ amount: '9', margin: '1' }))).toBe(ROUNDED);
    expect(limitOf(leaf, amount({ amount: '9', margin: '1' }))).toBe('10');
    expect(judge(leaf, amount({ amount: '20', margin: '1' }))).toBe(ROUNDED);
    expect(limitOf(leaf, amount({ amount: '20', margin: '1' }))).toBe('20');
    expect(judge(leaf, amount({ amount: '15', margin: '5' }))).toBe(YES);
    expect(judge(leaf, amount({ amount: '8', margin: '1' }))).toBe(NO);
    expect(judge(leaf, amount({ amount: '22', margin: '1' }))).toBe(NO);
  });

  it.each(['1e3', '', ' 5', '0x10', '1.', '.5', '-', '1,000', 'NaN', '١'])(
    'cannot tell the amount "%s"',
    (text) => {
      expect(judge({ field: 'amount', op: 'at-least', value: '1' }, amount({ amount: text }))).toBe(
        UNKNOWN,
      );
      expect(
        judge(
          { field: 'amount', op: 'at-least', value: '1' },
          amount({ amount: '9', margin: text }),
        ),
      ).toBe(UNKNOWN);
    },
  );

  it('cannot tell from a margin below 0', () => {
    expect(
      judge({ field: 'amount', op: 'at-least', value: '1' }, amount({ amount: '9', margin: '-1' })),
    ).toBe(UNKNOWN);
    expect(
      judge(
        { field: 'amount', op: 'at-least', value: '1' },
        amount({ amount: '9', margin: '-1.5' }),
      ),
    ).toBe(UNKNOWN);
  });
});

describe('currencies', () => {
  const leaf = (...value: string[]): Leaf => ({ field: 'amount', op: 'currency-in', value });
  it.each<[string, Leaf, string | undefined, string]>([
    ['one of those listed', leaf('USD'), 'USD', YES],
    ['none of those listed', leaf('USD'), 'EUR', 'no: other-currency'],
    ['one of the playbook', leaf(), 'GBP', YES],
    ['none of the playbook', leaf(), 'USD', 'no: other-currency'],
    ['not shown', leaf(), undefined, 'unknown: no-currency'],
  ])('%s', (_, condition, currency, expected) => {
    expect(judge(condition, amount({ amount: '1', ...(currency && { currency }) }))).toBe(expected);
  });

  it('takes any where the playbook names none', () => {
    expect(judge(leaf(), amount({ amount: '1' }), { ...at, currencies: [] })).toBe(YES);
  });

  it('does not look at the currency when it compares amounts', () => {
    expect(judge({ field: 'amount', op: 'more-than', value: '0' }, amount({ amount: '1' }))).toBe(
      YES,
    );
  });
});

describe('numbers', () => {
  it.each<[number, string]>([
    [1, NO],
    [2, YES],
    [Number.NaN, UNKNOWN],
    [Number.POSITIVE_INFINITY, UNKNOWN],
  ])('%s contacts', (count, expected) => {
    const given: Given = { fields: { contacts: known(count, 'api') } };
    expect(judge({ field: 'contacts', op: 'at-least', value: '2' }, given)).toBe(expected);
  });
});

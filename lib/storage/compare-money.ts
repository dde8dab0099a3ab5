import { bounds, compareDecimal, type Money } from '../core/money.ts';

/** What two figures say about one amount. Two currencies cannot be compared. */
export type Likeness = 'same' | 'other' | 'incomparable';

/**
 * Compares a stored amount with a newly read one. A rounded figure is the same as any amount that it can stand
 * for. Two rounded figures that only touch ("23.2K" and "23.3K") are different.
 */
export function compareMoney(before: Money, after: Money): Likeness {
  const twoCurrencies =
    before.currency !== undefined &&
    after.currency !== undefined &&
    before.currency !== after.currency;
  if (twoCurrencies) return 'incomparable';
  const a = bounds(before);
  const b = bounds(after);
  const gap = Math.max(compareDecimal(a.low, b.high), compareDecimal(b.low, a.high));
  const bothRounded = before.margin !== undefined && after.margin !== undefined;
  return gap > 0 || (gap === 0 && bothRounded) ? 'other' : 'same';
}

/** Of two figures for the same amount the more precise one, with the currency that either of them tells. */
export function sharperMoney(before: Money, after: Money): Money {
  const margin = (money: Money): string => money.margin ?? '0';
  const sharp = compareDecimal(margin(before), margin(after)) < 0 ? before : after;
  const currency = after.currency ?? before.currency;
  return currency === undefined ? sharp : { ...sharp, currency };
}

import type { Because, Truth } from './assessment.ts';
import type { Scale } from './condition-columns.ts';
import type { Facts } from './condition-facts.ts';

/** What a comparison makes of a value, with the threshold as the screens show it: a date or a decimal. */
export interface Verdict {
  readonly truth: Truth;
  readonly because: Because;
  readonly limit: string | undefined;
  /** Tells it from the other verdicts that its leaf can have: see condition-steps.ts. */
  readonly digit: number;
}

/** A comparison, compiled. It is asked of values only, and takes any: one of another kind is UNJUDGED, and so is a blank one. */
export interface LeafTest {
  readonly judge: (value: unknown, facts: Facts) => Verdict;
  /** The threshold where there is no value to judge. */
  readonly limit?: string | undefined;
  /** By what it tells one value from another, where that says all: values in one region have the same verdict. */
  readonly scale?: Scale;
}

const DIGITS: Readonly<Record<Because, number>> = {
  holds: 0,
  'does-not-hold': 1,
  empty: 2,
  unknown: 3,
  rounded: 4,
  placeholder: 5,
  'too-short': 6,
  'too-old': 7,
  'other-currency': 8,
  'no-currency': 9,
};

/** Digits of verdicts on a range's upper end come after those of the lower end. */
const UPPER = 10;

const verdict = (truth: Truth, because: Because, limit?: string): Verdict => ({
  truth,
  because,
  limit,
  digit: DIGITS[because],
});

// The verdicts of a leaf are made when it is compiled: an assessment hands them out, and makes none.
export const holds = (limit?: string): Verdict => verdict('yes', 'holds', limit);
export const fails = (limit?: string): Verdict => verdict('no', 'does-not-hold', limit);
export const rounded = (limit: string): Verdict => verdict('unknown', 'rounded', limit);
export const lacks = (because: Because, limit?: string): Verdict => verdict('no', because, limit);

export const HOLDS = holds();
export const FAILS = fails();
export const EMPTY = lacks('empty');
export const OTHER_CURRENCY = lacks('other-currency');
export const NO_CURRENCY = verdict('unknown', 'no-currency');

/** The value is none that the operator can be asked of: blank, or of another kind. No other verdict has this reason. */
export const UNJUDGED = verdict('unknown', 'unknown');

/** The same for the upper end of a range: a leaf with two limits needs other digits for the second. */
export const ofUpperEnd = (one: Verdict): Verdict => ({ ...one, digit: one.digit + UPPER });

/** The verdicts of a comparison with one limit, by where the value lies. */
export interface Verdicts {
  readonly below: Verdict;
  readonly on: Verdict;
  readonly above: Verdict;
}

export type NumberOp = 'equals' | 'differs' | 'more-than' | 'at-least' | 'less-than' | 'at-most';
export type DateOp = 'before' | 'on-or-before' | 'after' | 'on-or-after';

/** Where a value must lie from the limit for the operator to hold. */
const HOLDS_WHERE: Readonly<Record<NumberOp | DateOp, readonly (keyof Verdicts)[]>> = {
  equals: ['on'],
  differs: ['below', 'above'],
  'more-than': ['above'],
  'at-least': ['on', 'above'],
  'less-than': ['below'],
  'at-most': ['below', 'on'],
  before: ['below'],
  'on-or-before': ['below', 'on'],
  after: ['above'],
  'on-or-after': ['on', 'above'],
};

/** Makes the verdicts of an operator with its limit. */
export function verdictsOf(
  op: NumberOp | DateOp,
  limit: string,
  yes = holds(limit),
  no = fails(limit),
): Verdicts {
  const where = HOLDS_WHERE[op];
  return {
    below: where.includes('below') ? yes : no,
    on: where.includes('on') ? yes : no,
    above: where.includes('above') ? yes : no,
  };
}

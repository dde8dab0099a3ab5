import type { Because, Truth } from './assessment.ts';
import type { Facts, Moment } from './condition-facts.ts';

/** What a comparison makes of a value, with the threshold as the screens show it: a date or a decimal. */
export interface Verdict {
  readonly truth: Truth;
  readonly because: Because;
  readonly limit: string | undefined;
}

/** A comparison, compiled. It is asked of values only, and takes any: one of another kind is UNJUDGED, and so is a blank one. */
export interface LeafTest {
  readonly judge: (value: unknown, at: Moment, facts: Facts) => Verdict;
  /** The threshold where there is no value to judge. */
  readonly limit?: (at: Moment) => string | undefined;
}

const verdict = (truth: Truth, because: Because, limit?: string): Verdict => ({
  truth,
  because,
  limit,
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
export function verdictsOf(op: NumberOp | DateOp, limit: string): Verdicts {
  const where = HOLDS_WHERE[op];
  const yes = holds(limit);
  const no = fails(limit);
  return {
    below: where.includes('below') ? yes : no,
    on: where.includes('on') ? yes : no,
    above: where.includes('above') ? yes : no,
  };
}

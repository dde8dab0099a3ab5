import type { Because, Truth } from './assessment.ts';
import type { Facts, Moment } from './condition-facts.ts';

/** What a comparison makes of a value, with the threshold as the screens show it: a date or a decimal. */
export interface Verdict {
  readonly truth: Truth;
  readonly because: Because;
  readonly limit: string | undefined;
}

/** A comparison, compiled. It is asked of values only, and takes any: a value of another kind is MALFORMED. */
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

// The verdicts of one leaf are made when it is compiled: an assessment then hands them out, and makes none.
export const holds = (limit?: string): Verdict => verdict('yes', 'holds', limit);
export const fails = (limit?: string): Verdict => verdict('no', 'does-not-hold', limit);
export const rounded = (limit: string): Verdict => verdict('unknown', 'rounded', limit);
export const because = (reason: Because, limit?: string): Verdict => verdict('no', reason, limit);

export const HOLDS = holds();
export const FAILS = fails();
export const EMPTY = verdict('no', 'empty');
export const UNKNOWN = verdict('unknown', 'unknown');
export const NO_CURRENCY = verdict('unknown', 'no-currency');
export const OTHER_CURRENCY = verdict('no', 'other-currency');

/** The value is none that the operator can be asked of; the finding then shows it as not readable. */
export const MALFORMED = verdict('unknown', 'unknown');

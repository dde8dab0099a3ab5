import type { Moment } from './condition-facts.ts';
import type { Leaf } from './condition-schema.ts';
import {
  HOLDS,
  NO_CURRENCY,
  OTHER_CURRENCY,
  UNJUDGED,
  fails,
  holds,
  ofUpperEnd,
  rounded,
  verdictsOf,
  type LeafTest,
  type NumberOp,
  type Verdict,
  type Verdicts,
} from './condition-verdict.ts';
import { compareToLimit, decimalLimit, quickDecimal, type DecimalLimit } from './decimal-limit.ts';
import { bounds, isDecimal, type Money } from './money.ts';

type NumberLeaf = Extract<Leaf, { op: NumberOp | 'between' }>;

/** Compares a number, or an amount of money whatever its currency is: `currency-in` asks for that. */
export function numberTest(leaf: NumberLeaf): LeafTest {
  if (leaf.op === 'between') return between(leaf.low, leaf.high);
  const limit = decimalLimit(leaf.value);
  const verdicts = verdictsOf(leaf.op, leaf.value);
  return {
    judge: against(limit, verdicts, rounded(leaf.value)),
    limit: leaf.value,
    ...scaleOf(limit),
  };
}

/** A limit that is no double is not told by regions. */
const scaleOf = (...limits: readonly DecimalLimit[]): Pick<LeafTest, 'scale'> => {
  const marks = limits.map(({ quick }) => quick);
  return marks.some(Number.isNaN) ? {} : { scale: { measure: quickAmount, marks } };
};

/** A number, or an exact amount of money that a double holds. */
function quickAmount(read: unknown): number {
  if (typeof read === 'number') return Number.isFinite(read) ? read : Number.NaN;
  return isMoney(read) && read.margin === undefined ? quickDecimal(read.amount) : Number.NaN;
}

function against(
  limit: DecimalLimit,
  verdicts: Verdicts,
  unsure: Verdict,
): (read: unknown) => Verdict {
  return (read) => {
    if (typeof read === 'number') {
      return Number.isFinite(read) ? at(read - limit.number, verdicts) : UNJUDGED;
    }
    if (!isMoney(read)) return UNJUDGED;
    const { amount, margin } = read;
    if (margin === undefined) return at(compareToLimit(amount, limit), verdicts);
    const ends = placeEnds(amount, margin, limit);
    if (!ends) return UNJUDGED;
    const [low, high] = ends;
    // The true amount may lie anywhere between the ends: what holds at both must also hold between them.
    const sure = !(low < 0 && high > 0) && at(low, verdicts) === at(high, verdicts);
    return sure ? at(low, verdicts) : unsure;
  };
}

/** The verdict for a place below the limit (< 0), on it or above; NaN is none. */
const at = (place: number, { below, on, above }: Verdicts): Verdict =>
  place < 0 ? below : place > 0 ? above : place === 0 ? on : UNJUDGED;

/** The verdict's limit is the end that was missed, or that the rounding leaves open. */
function between(low: string, high: string): LeafTest {
  const ends = [decimalLimit(low), decimalLimit(high)] as const;
  const fromLow = against(ends[0], verdictsOf('at-least', low), rounded(low));
  const upper = verdictsOf('at-most', high, holds(high), ofUpperEnd(fails(high)));
  const toHigh = against(ends[1], upper, ofUpperEnd(rounded(high)));
  const judge = (read: unknown): Verdict => {
    const above = fromLow(read);
    if (above.truth === 'no' || above === UNJUDGED) return above;
    const below = toHigh(read);
    if (below.truth === 'no' || above.truth === 'yes') return below.truth === 'yes' ? HOLDS : below;
    return above;
  };
  return { judge, ...scaleOf(...ends) };
}

/** Where the lowest and the highest amount lie that a rounded one can stand for; undefined when it is none. */
function placeEnds(
  amount: string,
  margin: string,
  limit: DecimalLimit,
): readonly [low: number, high: number] | undefined {
  const middle = quickDecimal(amount);
  const half = quickDecimal(margin);
  if (half < 0) return undefined;
  if (Number.isInteger(middle) && Number.isInteger(half) && !Number.isNaN(limit.quick)) {
    return [middle - half - limit.quick, middle + half - limit.quick];
  }
  if (!isDecimal(amount) || !isDecimal(margin) || margin.startsWith('-')) return undefined;
  const { low, high } = bounds({ amount, margin });
  return [compareToLimit(low, limit), compareToLimit(high, limit)];
}

/** The money's currency is one of these; an empty list takes the playbook's, and if that is empty too, any will do. */
export function currencyTest(listed: readonly string[], { currencies }: Moment): LeafTest {
  const wanted = listed.length > 0 ? listed : currencies;
  return {
    judge: (read) => {
      if (!isMoney(read)) return UNJUDGED;
      if (wanted.length === 0) return HOLDS;
      if (read.currency === undefined) return NO_CURRENCY;
      return wanted.includes(read.currency) ? HOLDS : OTHER_CURRENCY;
    },
  };
}

function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null) return false;
  const { amount, margin } = value as Partial<Money>;
  return typeof amount === 'string' && (margin === undefined || typeof margin === 'string');
}

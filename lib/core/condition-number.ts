import type { Leaf } from './condition-schema.ts';
import {
  HOLDS,
  MALFORMED,
  NO_CURRENCY,
  OTHER_CURRENCY,
  fails,
  holds,
  rounded,
  type LeafTest,
  type Verdict,
} from './condition-verdict.ts';
import {
  compareNumbers,
  compareToLimit,
  decimalLimit,
  quickDecimal,
  type DecimalLimit,
} from './decimal-limit.ts';
import { bounds, isDecimal, type Money } from './money.ts';

type NumberOp = 'equals' | 'differs' | 'more-than' | 'at-least' | 'less-than' | 'at-most';
type NumberLeaf = Extract<Leaf, { op: NumberOp | 'between' }>;

/** The verdicts of one leaf, with its limit. */
interface Say {
  readonly holds: Verdict;
  readonly fails: Verdict;
  readonly rounded: Verdict;
}

/**
 * Judges a value by where its two ends lie from the limit: below (< 0), on it (0) or above. They differ for a
 * rounded value alone, and where they disagree it cannot be told.
 */
type Rule = (low: number, high: number, say: Say) => Verdict;

const RULES: Readonly<Record<NumberOp, Rule>> = {
  'more-than': (low, high, say) => (low > 0 ? say.holds : high <= 0 ? say.fails : say.rounded),
  'at-least': (low, high, say) => (low >= 0 ? say.holds : high < 0 ? say.fails : say.rounded),
  'less-than': (low, high, say) => (high < 0 ? say.holds : low >= 0 ? say.fails : say.rounded),
  'at-most': (low, high, say) => (high <= 0 ? say.holds : low > 0 ? say.fails : say.rounded),
  equals: (low, high, say) =>
    low > 0 || high < 0 ? say.fails : low === high ? say.holds : say.rounded,
  differs: (low, high, say) =>
    low > 0 || high < 0 ? say.holds : low === high ? say.fails : say.rounded,
};

/** Compares a number, or an amount of money whatever its currency is: `currency-in` asks for that. */
export function numberTest(leaf: NumberLeaf): LeafTest {
  if (leaf.op === 'between') return { judge: between(leaf.low, leaf.high) };
  return { judge: against(leaf.op, leaf.value), limit: () => leaf.value };
}

function against(op: NumberOp, value: string): (read: unknown) => Verdict {
  const rule = RULES[op];
  const limit = decimalLimit(value);
  const say: Say = { holds: holds(value), fails: fails(value), rounded: rounded(value) };
  return (read) => {
    if (typeof read === 'number') {
      if (!Number.isFinite(read)) return MALFORMED;
      const place = compareNumbers(read, limit.number);
      return rule(place, place, say);
    }
    if (!isMoney(read)) return MALFORMED;
    if (read.margin !== undefined) return judgeRounded(read.amount, read.margin, limit, rule, say);
    const place = compareToLimit(read.amount, limit);
    return Number.isNaN(place) ? MALFORMED : rule(place, place, say);
  };
}

/** The verdict's limit is the end that was missed, or that the rounding leaves open. */
function between(low: string, high: string): (read: unknown) => Verdict {
  const fromLow = against('at-least', low);
  const toHigh = against('at-most', high);
  return (read) => {
    const above = fromLow(read);
    if (above.truth === 'no' || above === MALFORMED) return above;
    const below = toHigh(read);
    if (below.truth === 'no' || above.truth === 'yes') return below.truth === 'yes' ? HOLDS : below;
    return above;
  };
}

function judgeRounded(
  amount: string,
  margin: string,
  limit: DecimalLimit,
  rule: Rule,
  say: Say,
): Verdict {
  const middle = quickDecimal(amount);
  const half = quickDecimal(margin);
  if (Number.isInteger(middle) && Number.isInteger(half) && !Number.isNaN(limit.quick)) {
    if (half < 0) return MALFORMED;
    const low = compareNumbers(middle - half, limit.quick);
    return rule(low, compareNumbers(middle + half, limit.quick), say);
  }
  if (!isDecimal(amount) || !isDecimal(margin) || margin.startsWith('-')) return MALFORMED;
  const { low, high } = bounds({ amount, margin });
  return rule(compareToLimit(low, limit), compareToLimit(high, limit), say);
}

/** The money's currency is one of these; an empty list takes the playbook's, and if that is empty too, any will do. */
export function currencyTest(listed: readonly string[]): LeafTest {
  return {
    judge: (read, at) => {
      if (!isMoney(read)) return MALFORMED;
      const wanted = listed.length > 0 ? listed : at.currencies;
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

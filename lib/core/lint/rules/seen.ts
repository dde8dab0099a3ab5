import { compareDecimal, isDecimal } from '../../money.ts';
import type { DayBound, Leaf, Op } from '../../condition-schema.ts';
import { parseFieldPath } from '../../field-path.ts';
import type { FactRule, Playbook } from '../../playbook.ts';
import type { LintFinding, LintWorld } from '../finding.ts';
import { leavesOf, type PlacedLeaf } from '../leaves.ts';

interface Bound {
  /** The part of the leaf that has it. */
  readonly part: string;
  readonly value: string;
  /** Whether a deal must come up to it, stay below it, or be on it. */
  readonly side: 'low' | 'high' | 'on';
}

/** Thresholds that no deal here comes up to, with the smallest and the largest value that was seen. */
export function findBeyondSeen(draft: Playbook, { ranges }: LintWorld): LintFinding[] {
  return leavesOf(draft).flatMap((placed) => {
    const { rule, path, leaf } = placed;
    const range = Object.hasOwn(ranges, leaf.field) ? ranges[leaf.field] : undefined;
    if (!range) return [];
    const isAmount = kindOf(leaf.field, draft.facts) === 'money';
    return boundsOf(placed).flatMap(({ part, value, side }): LintFinding[] => {
      const compare = comparison(value, range);
      if (!compare) return [];
      const above = compare(value, range.high) > 0;
      const below = compare(value, range.low) < 0;
      // A limit above all amounts may have a nought too many; of counts and dates a limit above all is a plain guard.
      const isBeyond = above ? side !== 'high' || isAmount : below && side !== 'low';
      if (!isBeyond) return [];
      const values = { field: leaf.field, value, low: range.low, high: range.high };
      return [{ level: 'warning', code: 'beyond-seen', rule, path: [...path, part], values }];
    });
  });
}

const kindOf = (field: string, facts: readonly FactRule[] = []): string | undefined => {
  const path = parseFieldPath(field);
  return path?.of === 'custom' ? facts.find(({ key }) => key === path.key)?.kind : path?.kind;
};

type Compare = (a: string, b: string) => number;

/** How these are compared: as decimals, or as dates, which are in order as texts; undefined for anything else. */
function comparison(
  value: string,
  { low, high }: { low: string; high: string },
): Compare | undefined {
  const all = [value, low, high];
  if (all.every(isDecimal)) return compareDecimal;
  const areDates = all.every((text) => /^\d{4}-\d{2}-\d{2}$/.test(text));
  return areDates ? (a, b) => (a < b ? -1 : Number(a > b)) : undefined;
}

function boundsOf({ leaf, negated }: PlacedLeaf): Bound[] {
  const bounds = plainBoundsOf(leaf);
  if (!negated) return bounds;
  const turned = { low: 'high', high: 'low', on: 'on' } as const;
  // What is not on a value is everywhere else.
  return bounds
    .filter(({ side }) => side !== 'on')
    .map((bound) => ({ ...bound, side: turned[bound.side] }));
}

/** From which side an operator's threshold holds a deal. */
const SIDES: Readonly<Partial<Record<Op, Bound['side']>>> = {
  'more-than': 'low',
  'at-least': 'low',
  'less-than': 'high',
  'at-most': 'high',
  equals: 'on',
  after: 'low',
  'on-or-after': 'low',
  before: 'high',
  'on-or-before': 'high',
};

/** The fixed thresholds of a leaf. Days that are counted from today move on, and so does what is seen. */
function plainBoundsOf(leaf: Leaf): Bound[] {
  if (leaf.op === 'between') {
    return [
      { part: 'low', value: leaf.low, side: 'low' },
      { part: 'high', value: leaf.high, side: 'high' },
    ];
  }
  const side = SIDES[leaf.op];
  if (!side) return [];
  if ('day' in leaf) return dateOf(leaf.day, side);
  return 'value' in leaf && typeof leaf.value === 'string'
    ? [{ part: 'value', value: leaf.value, side }]
    : [];
}

const dateOf = (day: DayBound, side: Bound['side']): Bound[] =>
  day !== 'window-end' && 'date' in day ? [{ part: 'day', value: day.date, side }] : [];

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionSchema, leafSchema, type Condition } from '../../../lib/core/condition-schema.ts';
import { condition, leaf } from '../../../tests/condition-arbitraries.ts';
import { toCondition, toTree, type GroupNode, type RuleNode } from './tree.ts';

const ids = () => {
  let last = 0;
  return () => `n${(last += 1)}`;
};
const there = (from: Condition | undefined): GroupNode => toTree(from, ids());
const back = (from: Condition): Condition => toCondition(there(from));
const set = (field: string): Condition => ({ field, op: 'is-set' });

const idsOf = (node: RuleNode | GroupNode): string[] =>
  'rules' in node ? [node.id, ...node.rules.flatMap(idsOf)] : [node.id];

/** Freezes a tree to its leaves, as the rule builder's store does. */
const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
};

describe('a condition and its tree', () => {
  it('come back as they were, whatever the condition', () => {
    fc.assert(
      fc.property(condition, (from) => {
        expect(back(from)).toEqual(from);
      }),
      { numRuns: 1000 },
    );
  });

  it('come back with every operator of the language', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(leaf, (from) => {
        seen.add(from.op);
        expect(back(from)).toEqual(from);
        expect(back({ not: from })).toEqual({ not: from });
      }),
      { numRuns: 2000 },
    );
    expect([...seen].sort()).toEqual(
      leafSchema.options.map(({ shape }) => shape.op.value as string).sort(),
    );
  });

  it.each([
    ['a bare leaf', set('amount')],
    ['a group of one', { all: [set('amount')] }],
    ['not around a leaf', { not: set('amount') }],
    ['not around a group', { not: { any: [set('amount'), set('stage')] } }],
    ['not around a group of one', { not: { all: [set('amount')] } }],
    ['not around not', { not: { not: set('amount') } }],
    ['not around not around not', { not: { not: { not: { all: [set('amount')] } } } }],
    ['an empty group', { all: [] }],
    ['an empty group in a group', { any: [{ all: [] }, { not: { any: [] } }] }],
  ] satisfies [string, Condition][])('keep %s', (_, from) => {
    expect(back(from)).toEqual(from);
  });

  it('have an id for every part, each its own', () => {
    fc.assert(
      fc.property(condition, (from) => {
        const all = idsOf(there(from));
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it('share no object with what the rule builder froze', () => {
    fc.assert(
      fc.property(condition, (from) => {
        const out = toCondition(freeze(there(from)));
        expect(conditionSchema.safeParse(out).success).toBe(true);
        const parts: object[] = [out];
        for (const part of parts) {
          expect(Object.isFrozen(part)).toBe(false);
          parts.push(
            ...Object.values<unknown>({ ...part }).filter((each) => each instanceof Object),
          );
        }
      }),
    );
  });

  it('make a leaf of one condition, and a group of two', () => {
    const tree = there(set('amount'));
    const [first] = tree.rules;
    const second = { ...first!, id: 'more' };
    expect(toCondition({ ...tree, rules: [first!, second] })).toEqual({
      all: [set('amount'), set('amount')],
    });
    expect(toCondition({ ...tree, combinator: 'any', rules: [first!, second] })).toEqual({
      any: [set('amount'), set('amount')],
    });
    expect(there(undefined).rules).toEqual([]);
  });
});

describe('what is half filled in', () => {
  const typed = (from: Condition, change: Partial<RuleNode['value']>): Condition => {
    const tree = there(from);
    const [first] = tree.rules as RuleNode[];
    return toCondition({ ...tree, rules: [{ ...first!, value: { ...first!.value, ...change } }] });
  };

  it('stays in the form that types allow', () => {
    const amount: Condition = { field: 'amount', op: 'at-least', value: '50000' };
    expect(typed(amount, { decimal: '' })).toEqual({ ...amount, value: '' });
    const close: Condition = {
      field: 'closeDate',
      op: 'before',
      day: { days: 3, unit: 'working' },
    };
    expect(typed(close, { days: '' })).toEqual({
      ...close,
      day: { days: Number.NaN, unit: 'working' },
    });
    expect(typed(close, { way: 'date' })).toEqual({ ...close, day: { date: '' } });
    const count: Condition = { field: 'custom.a', op: 'count-at-least', value: 2 };
    expect(typed(count, { count: '2.5' })).toEqual({ ...count, value: Number.NaN });
    const says: Condition = { field: 'nextStep', op: 'evidence', minWords: 3 };
    expect(typed(says, { words: '' })).toEqual({ field: 'nextStep', op: 'evidence' });
    expect(typed(says, { words: 'x' })).toEqual({ ...says, minWords: Number.NaN });
  });

  it('forgets nothing that was typed when a store has turned NaN into null', () => {
    const lost = { field: 'custom.a', op: 'count-at-least', value: null } as unknown as Condition;
    expect(back(lost)).toEqual({ field: 'custom.a', op: 'count-at-least', value: Number.NaN });
    const day = { days: null, unit: 'working' };
    const due = { field: 'closeDate', op: 'before', day } as unknown as Condition;
    expect(back(due)).toEqual({
      field: 'closeDate',
      op: 'before',
      day: { days: Number.NaN, unit: 'working' },
    });
  });

  it('counts days before today as negative, and today as nothing', () => {
    const close: Condition = {
      field: 'closeDate',
      op: 'before',
      day: { days: -3, unit: 'working' },
    };
    expect(typed(close, { days: '12' })).toEqual({ ...close, day: { days: -12, unit: 'working' } });
    expect(typed(close, { days: '0' })).toEqual({ ...close, day: { days: 0, unit: 'working' } });
    expect(typed(close, { way: 'ahead' })).toEqual({ ...close, day: { days: 3, unit: 'working' } });
  });
});

import { describe, expect, it } from 'vitest';
import { ask, custom, judge, UNKNOWN, YES, type Given } from '../../tests/condition-kit.ts';
import type { Truth } from './assessment.ts';
import type { Condition, Leaf } from './condition-schema.ts';
import { empty, known, unknown } from './fact.ts';

const ONE_OF_EACH: readonly Leaf[] = [
  { field: 'custom.x', op: 'is-set' },
  { field: 'custom.x', op: 'is-empty' },
  { field: 'custom.x', op: 'evidence', minWords: 2 },
  { field: 'custom.x', op: 'is', value: 'a' },
  { field: 'custom.x', op: 'is-not', value: 'a' },
  { field: 'custom.x', op: 'contains', value: 'a' },
  { field: 'custom.x', op: 'one-of', value: ['a'] },
  { field: 'custom.x', op: 'none-of', value: ['a'] },
  { field: 'custom.x', op: 'equals', value: '1' },
  { field: 'custom.x', op: 'differs', value: '1' },
  { field: 'custom.x', op: 'more-than', value: '1' },
  { field: 'custom.x', op: 'at-least', value: '1' },
  { field: 'custom.x', op: 'less-than', value: '1' },
  { field: 'custom.x', op: 'at-most', value: '1' },
  { field: 'custom.x', op: 'between', low: '1', high: '2' },
  { field: 'custom.x', op: 'currency-in', value: [] },
  { field: 'custom.x', op: 'before', day: 'window-end' },
  { field: 'custom.x', op: 'on-or-before', day: { date: '2026-03-10' } },
  { field: 'custom.x', op: 'after', day: { days: 3, unit: 'working' } },
  { field: 'custom.x', op: 'on-or-after', day: { days: 3, unit: 'calendar' } },
  { field: 'custom.x', op: 'includes', value: 'a' },
  { field: 'custom.x', op: 'includes-any', value: ['a'] },
  { field: 'custom.x', op: 'includes-all', value: ['a'] },
  { field: 'custom.x', op: 'count-at-least', value: 1 },
  { field: 'custom.x', op: 'count-at-most', value: 1 },
];

describe('what is not there', () => {
  it.each(ONE_OF_EACH)('an unknown fact is unknown to $op', (leaf) => {
    expect(judge(leaf, { custom: { x: unknown('no-access') } })).toBe(UNKNOWN);
    expect(judge(leaf)).toBe(UNKNOWN);
  });

  it.each(ONE_OF_EACH)('an empty fact is no to $op, and never unknown', (leaf) => {
    const expected = leaf.op === 'is-empty' ? YES : 'no: empty';
    expect(judge(leaf, { custom: { x: empty('page') } })).toBe(expected);
    expect(judge(leaf, custom('  \u200b '))).toBe(expected);
    expect(judge(leaf, custom([]))).toBe(expected);
  });

  it('says what was read: the reason that it is unknown, and the source that it is empty in', () => {
    const leaf: Leaf = { field: 'custom.x', op: 'is-set' };
    expect(ask(leaf).findings[0]?.read).toEqual(unknown('not-offered'));
    expect(ask(leaf, custom(' ')).findings[0]?.read).toEqual(empty('page'));
    expect(ask({ ...leaf, field: 'owner' }).findings[0]?.read).toEqual(unknown('not-on-page'));
  });

  it('does not take an inherited property for a fact', () => {
    for (const field of [
      'custom.constructor',
      'custom.__proto__',
      'constructor',
      'answer',
      'a.b',
    ]) {
      expect(judge({ field, op: 'is-set' })).toBe(UNKNOWN);
    }
    expect(judge({ field: 'answer.constructor', op: 'is-set' })).toBe('no: empty');
  });
});

describe('groups', () => {
  const leaf: Record<Truth, Condition> = {
    yes: { field: 'custom.set', op: 'is-set' },
    no: { field: 'custom.empty', op: 'is-set' },
    unknown: { field: 'custom.gone', op: 'is-set' },
  };
  const given: Given = { custom: { set: known('a', 'page'), empty: empty('page') } };

  it.each<[Truth, Truth, Truth, Truth]>([
    ['yes', 'yes', 'yes', 'yes'],
    ['yes', 'no', 'no', 'yes'],
    ['yes', 'unknown', 'unknown', 'yes'],
    ['no', 'no', 'no', 'no'],
    ['no', 'unknown', 'no', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ])('%s with %s: all is %s, any is %s', (a, b, all, any) => {
    for (const parts of [
      [leaf[a], leaf[b]],
      [leaf[b], leaf[a]],
    ]) {
      expect(ask({ all: parts }, given).truth).toBe(all);
      expect(ask({ any: parts }, given).truth).toBe(any);
    }
  });

  it('turns yes and no round, and leaves unknown', () => {
    expect(ask({ not: leaf.yes }, given).truth).toBe('no');
    expect(ask({ not: leaf.no }, given).truth).toBe('yes');
    expect(ask({ not: leaf.unknown }, given).truth).toBe('unknown');
  });

  it('takes an empty group for neither met nor open', () => {
    expect(ask({ all: [] }).truth).toBe('unknown');
    expect(ask({ any: [] }).truth).toBe('unknown');
  });

  it('finds out about every leaf, in order, though the first one decides', () => {
    const condition: Condition = {
      all: [leaf.no, { any: [leaf.yes, { not: leaf.unknown }] }, leaf.no],
    };
    const { truth, findings } = ask(condition, given);
    expect(truth).toBe('no');
    expect(findings.map((finding) => finding.truth)).toEqual(['no', 'yes', 'unknown', 'no']);
  });
});

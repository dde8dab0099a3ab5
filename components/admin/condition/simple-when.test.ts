import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../lib/core/condition-schema.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import { condition } from '../../../tests/condition-arbitraries.ts';
import { playbook as gallery } from '../../../tests/a11y/gallery/playbook.ts';
import {
  CHOICE_FIELDS,
  DEAL_TYPE,
  EVERY_DEAL,
  LOWER,
  PRODUCT,
  simpleOf,
  UPPER,
  whenOf,
  type SimpleWhen,
} from './simple-when.ts';

const playbook: Playbook = { ...gallery, facts: [{ ...PRODUCT, kind: 'set' }, DEAL_TYPE] };
const back = (when: Condition | undefined) => {
  const simple = simpleOf(when, playbook);
  return simple && whenOf(simple, playbook);
};

describe('for which deals, as simple choices', () => {
  it.each<Condition>([
    { field: 'amount', op: 'more-than', value: '50000' },
    {
      all: [
        { field: 'amount', op: 'at-least', value: '1000' },
        { field: 'amount', op: 'less-than', value: '9000' },
        { field: 'pipeline', op: 'one-of', value: ['A', 'B'] },
        { field: 'custom.product', op: 'includes', value: 'Gold' },
        { field: 'custom.dealType', op: 'is', value: 'New' },
        { field: 'stage', op: 'is', value: 'Proposal' },
      ],
    },
    { field: 'custom.product', op: 'includes-any', value: ['Gold', 'Blue'] },
  ])('keeps %j', (when) => {
    expect(back(when)).toEqual(when);
  });

  it.each<Condition>([
    { any: [{ field: 'amount', op: 'more-than', value: '50000' }] },
    { not: { field: 'stage', op: 'is', value: 'Proposal' } },
    { field: 'amount', op: 'equals', value: '1' },
    { field: 'stage', op: 'is-not', value: 'Proposal' },
    { field: 'owner', op: 'is', value: 'Ana' },
    { field: 'custom.product', op: 'is', value: 'Gold' },
    { field: 'custom.dealType', op: 'includes', value: 'New' },
    {
      all: [
        { field: 'stage', op: 'is', value: 'A' },
        { field: 'stage', op: 'is', value: 'B' },
      ],
    },
    {
      all: [
        { field: 'amount', op: 'at-least', value: '1' },
        { field: 'amount', op: 'more-than', value: '2' },
      ],
    },
    { all: [{ all: [{ field: 'stage', op: 'is', value: 'A' }] }] },
  ])('leaves %j to the builder', (when) => {
    expect(simpleOf(when, playbook)).toBeUndefined();
  });

  it('is every deal where nothing is asked', () => {
    expect(simpleOf(undefined, playbook)).toEqual(EVERY_DEAL);
    expect(whenOf(EVERY_DEAL, playbook)).toBeUndefined();
    expect(
      whenOf({ ...EVERY_DEAL, lower: { op: 'at-least', value: '' } }, playbook),
    ).toBeUndefined();
  });

  it('reads a band that is written as one', () => {
    expect(back({ field: 'amount', op: 'between', low: '1', high: '9' })).toEqual({
      all: [
        { field: 'amount', op: 'at-least', value: '1' },
        { field: 'amount', op: 'at-most', value: '9' },
      ],
    });
  });

  it('comes back from any choices', () => {
    const value = fc.constantFrom('1', '50000', 'fifty');
    const bound = <O extends string>(ops: readonly O[]) =>
      fc.option(fc.record({ op: fc.constantFrom(...ops), value }), { nil: undefined });
    const texts = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 3 });
    const choices = fc.record(Object.fromEntries(CHOICE_FIELDS.map((field) => [field, texts])), {
      requiredKeys: [],
    });
    const simple = fc.record({ lower: bound(LOWER), upper: bound(UPPER), choices });
    fc.assert(
      fc.property(simple, (from) => {
        expect(simpleOf(whenOf(from as SimpleWhen, playbook), playbook)).toEqual(from);
      }),
    );
  });

  it('takes no condition apart that it could not put together again', () => {
    fc.assert(
      fc.property(condition, (when) => {
        const simple = simpleOf(when, playbook);
        if (simple === undefined) return;
        const again = whenOf(simple, playbook);
        expect(simpleOf(again, playbook)).toEqual(simple);
        expect(again).toBeDefined();
      }),
      { numRuns: 3000 },
    );
  });
});

import { placeOf, type Columns } from './condition-columns.ts';
import { compileReader, isBlank, settle, type Facts, type Moment } from './condition-facts.ts';
import { dateTest } from './condition-date.ts';
import { currencyTest, numberTest } from './condition-number.ts';
import { setTest } from './condition-set.ts';
import { choiceTest, containsTest, evidenceTest } from './condition-text.ts';
import { EMPTY, FAILS, HOLDS, UNJUDGED, type LeafTest, type Verdict } from './condition-verdict.ts';
import type { Leaf } from './condition-schema.ts';

/** One comparison, compiled for a day. The same verdict is always the same object, and has a digit of its own. */
export interface CompiledLeaf {
  readonly leaf: Leaf;
  /** Its column, when the region in it tells the verdict; 0 otherwise. */
  readonly place: number;
  readonly judge: (facts: Facts) => Verdict;
}

/**
 * Compiles one comparison. An unknown fact is unknown to every operator. An empty one answers `is-set`
 * and `is-empty`, and is *no* to every other, `is-not`, `none-of` and `differs` with them: a field in
 * which nothing stands is no evidence for a gate. Throws on an operator that does not exist.
 */
export function compileLeaf(leaf: Leaf, at: Moment, columns: Columns): CompiledLeaf {
  const { judge, limit, scale } = testOf(leaf, at);
  const read = compileReader(leaf.field);
  // They name the limit where there is no value, too.
  const empty = { ...(leaf.op === 'is-empty' ? HOLDS : EMPTY), limit };
  const unknown = { ...UNJUDGED, limit };
  return {
    leaf,
    place: scale ? placeOf(columns, leaf.field, scale) : 0,
    judge: (facts) => {
      const fact = read(facts);
      if (fact.is !== 'value') return fact.is === 'empty' ? empty : unknown;
      const verdict = judge(fact.value, facts);
      if (verdict !== UNJUDGED) return verdict;
      return settle(fact).is === 'empty' ? empty : unknown;
    },
  };
}

const presence = (read: unknown): number => (isBlank(read) ? 0 : 1);

const presenceTest = (verdict: Verdict): LeafTest => ({
  judge: (read) => (isBlank(read) ? UNJUDGED : verdict),
  scale: { measure: presence, marks: [1] },
});

function testOf(leaf: Leaf, at: Moment): LeafTest {
  switch (leaf.op) {
    case 'is-set':
      return presenceTest(HOLDS);
    case 'is-empty':
      return presenceTest(FAILS);
    case 'evidence':
      return evidenceTest(leaf, at);
    case 'is':
    case 'is-not':
      return choiceTest([leaf.value], leaf.op === 'is');
    case 'one-of':
    case 'none-of':
      return choiceTest(leaf.value, leaf.op === 'one-of');
    case 'contains':
      return containsTest(leaf.value);
    case 'equals':
    case 'differs':
    case 'more-than':
    case 'at-least':
    case 'less-than':
    case 'at-most':
    case 'between':
      return numberTest(leaf);
    case 'currency-in':
      return currencyTest(leaf.value, at);
    case 'before':
    case 'on-or-before':
    case 'after':
    case 'on-or-after':
      return dateTest(leaf.op, leaf.day, at);
    case 'includes':
    case 'includes-any':
    case 'includes-all':
    case 'count-at-least':
    case 'count-at-most':
      return setTest(leaf);
  }
}

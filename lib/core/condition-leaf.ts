import { compileReader, isBlank, settle, type Facts, type Moment } from './condition-facts.ts';
import { dateTest } from './condition-date.ts';
import { currencyTest, numberTest } from './condition-number.ts';
import { setTest } from './condition-set.ts';
import { choiceTest, containsTest, evidenceTest } from './condition-text.ts';
import {
  EMPTY,
  FAILS,
  HOLDS,
  UNJUDGED,
  type LeafTest,
  type Verdict,
} from './condition-verdict.ts';
import type { Leaf } from './condition-schema.ts';

/**
 * Compiles one comparison. An unknown fact is unknown to every operator. An empty one answers `is-set`
 * and `is-empty`, and is *no* to every other, `is-not`, `none-of` and `differs` with them: a field in
 * which nothing stands is no evidence for a gate. On one day the same verdict is the same object.
 */
export function compileLeaf(leaf: Leaf): (facts: Facts, at: Moment) => Verdict {
  const read = compileReader(leaf.field);
  const { judge, limit } = testOf(leaf);
  const restOn = compileRest(leaf, limit);
  return (facts, at) => {
    const fact = read(facts);
    if (fact.is !== 'value') return restOn(at)[fact.is];
    const verdict = judge(fact.value, at, facts);
    if (verdict !== UNJUDGED) return verdict;
    return settle(fact).is === 'empty' ? restOn(at).empty : restOn(at).unknown;
  };
}

/** The verdicts where there is no value to judge. They name the limit, too. */
interface Rest {
  readonly empty: Verdict;
  readonly unknown: Verdict;
}

function compileRest(leaf: Leaf, limit: LeafTest['limit']): (at: Moment) => Rest {
  const plain = { empty: leaf.op === 'is-empty' ? HOLDS : EMPTY, unknown: UNJUDGED };
  if (!limit) return () => plain;
  let day: Moment | undefined;
  let rest: Rest = plain;
  return (at) => {
    if (at === day) return rest;
    day = at;
    const text = limit(at);
    rest = { empty: { ...plain.empty, limit: text }, unknown: { ...plain.unknown, limit: text } };
    return rest;
  };
}

function testOf(leaf: Leaf): LeafTest {
  switch (leaf.op) {
    case 'is-set':
      return { judge: (read) => (isBlank(read) ? UNJUDGED : HOLDS) };
    case 'is-empty':
      return { judge: (read) => (isBlank(read) ? UNJUDGED : FAILS) };
    case 'evidence':
      return evidenceTest(leaf);
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
      return currencyTest(leaf.value);
    case 'before':
    case 'on-or-before':
    case 'after':
    case 'on-or-after':
      return dateTest(leaf.op, leaf.day);
    case 'includes':
    case 'includes-any':
    case 'includes-all':
    case 'count-at-least':
    case 'count-at-most':
      return setTest(leaf);
  }
}

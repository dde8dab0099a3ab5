import type { Because, Finding, Truth } from './assessment.ts';
import { compileReader, isBlank, settle, type Facts, type Moment } from './condition-facts.ts';
import { dateTest } from './condition-date.ts';
import { currencyTest, numberTest } from './condition-number.ts';
import { setTest } from './condition-set.ts';
import { choiceTest, containsTest, evidenceTest } from './condition-text.ts';
import { EMPTY, FAILS, HOLDS, UNJUDGED, type LeafTest } from './condition-verdict.ts';
import type { Leaf } from './condition-schema.ts';
import type { Fact } from './fact.ts';

/** Tells a condition's truth; every leaf under it leaves what it found at its own place in `findings`. */
export type Node = (facts: Facts, at: Moment, findings: Finding[]) => Truth;

/**
 * Compiles one comparison. An unknown fact is unknown to every operator. An empty one answers `is-set`
 * and `is-empty`, and is *no* to every other, `is-not`, `none-of` and `differs` with them: a field in
 * which nothing stands is no evidence for a gate.
 */
export function compileLeaf(leaf: Leaf, place: number): Node {
  const read = compileReader(leaf.field);
  const { judge, limit } = testOf(leaf);
  const whenEmpty = leaf.op === 'is-empty' ? HOLDS : EMPTY;
  return (facts, at, findings) => {
    let fact = read(facts);
    if (fact.is === 'value') {
      const verdict = judge(fact.value, at, facts);
      if (verdict !== UNJUDGED) {
        findings[place] = finding(leaf, verdict.truth, verdict.because, fact, verdict.limit);
        return verdict.truth;
      }
      fact = settle(fact);
    }
    const { truth, because } = fact.is === 'empty' ? whenEmpty : UNJUDGED;
    findings[place] = finding(leaf, truth, because, fact, limit?.(at));
    return truth;
  };
}

function finding(
  leaf: Leaf,
  truth: Truth,
  because: Because,
  read: Fact<unknown>,
  limit: string | undefined,
): Finding {
  return limit === undefined
    ? { leaf, truth, because, read }
    : { leaf, truth, because, read, limit };
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

import type { Finding, Outcome, Reason, Truth } from './assessment.ts';
import { findRegions, newColumns, type Columns } from './condition-columns.ts';
import { compileReader, isBlank, settle, type Facts, type Moment } from './condition-facts.ts';
import { compileLeaf } from './condition-leaf.ts';
import type { Condition, Leaf } from './condition-schema.ts';
import { ask, waysOf, type Ways } from './condition-steps.ts';
import { UNJUDGED, type Verdict } from './condition-verdict.ts';
import type { Fact } from './fact.ts';

export type { Facts, Moment } from './condition-facts.ts';

/** What a condition comes to: its truth, and for every leaf, in the order of writing, why. */
export interface Judgement {
  readonly truth: Truth;
  readonly reasons: readonly Reason[];
}

/**
 * Compiles a condition once a day, to be asked of many deals. It answers in Kleene's three values and
 * reads every leaf even when the answer is already decided, so that the reasons are complete. A
 * condition can come out in a few ways only: what `make` makes of each is made once and handed out
 * again, since lists of thousands of deals are judged at each edit. Takes what conditionSchema accepts.
 */
export function compileJudgement<T>(
  condition: Condition,
  at: Moment,
  columns: Columns,
  make: (judgement: Judgement) => T,
): Ways<T> {
  const leaves: Leaf[] = [];
  const tree = compileTree(condition, leaves);
  const compiled = leaves.map((leaf) => compileLeaf(leaf, at, columns));
  return waysOf(compiled, columns, (facts) => {
    const verdicts = compiled.map(({ judge }) => judge(facts));
    const reasons = compiled.map(({ leaf }, place) => reasonOf(leaf, verdicts[place] ?? UNJUDGED));
    return make({ truth: tree(verdicts), reasons });
  });
}

/** Compiles, or, of what cannot be compiled, throws the error when it is asked: such a rule costs itself alone. */
export function compileOrThrow<T>(columns: Columns, compile: () => Ways<T>): Ways<T> {
  try {
    return compile();
  } catch (error) {
    return waysOf([], columns, () => {
      throw error;
    });
  }
}

const reasonOf = (leaf: Leaf, { truth, because, limit }: Verdict): Reason =>
  limit === undefined ? { leaf, truth, because } : { leaf, truth, because, limit };

type Tree = (verdicts: readonly Verdict[]) => Truth;

function compileTree(condition: Condition, leaves: Leaf[]): Tree {
  if ('all' in condition) return compileGroup(condition.all, leaves, 'no', 'yes');
  if ('any' in condition) return compileGroup(condition.any, leaves, 'yes', 'no');
  if ('not' in condition) {
    const inner = compileTree(condition.not, leaves);
    return (verdicts) => OPPOSITE[inner(verdicts)];
  }
  const place = leaves.push(condition) - 1;
  return (verdicts) => verdicts[place]?.truth ?? 'unknown';
}

const OPPOSITE: Readonly<Record<Truth, Truth>> = { yes: 'no', no: 'yes', unknown: 'unknown' };

/**
 * `all` is no as soon as one part is no, `any` is yes as soon as one part is yes; then one unknown part
 * makes the group unknown. A group without parts says nothing about the deal, so it is unknown.
 */
function compileGroup(
  parts: readonly Condition[],
  leaves: Leaf[],
  decisive: Truth,
  otherwise: Truth,
): Tree {
  const trees = parts.map((part) => compileTree(part, leaves));
  return (verdicts) => {
    const truths = trees.map((tree) => tree(verdicts));
    if (truths.includes(decisive)) return decisive;
    return truths.length === 0 || truths.includes('unknown') ? 'unknown' : otherwise;
  };
}

/** Puts beside each reason the fact that it speaks of, as it was read. */
export function findingsOf(reasons: readonly Reason[], facts: Facts): Finding[] {
  return reasons.map((reason) => ({ ...reason, read: factFor(reason, facts) }));
}

/** A condition as a function of the facts alone. */
export type Compiled = (facts: Facts, at: Moment) => Outcome;

/** Compiles a condition that gives its findings at once: for a single deal that is looked at closely. */
export function compileCondition(condition: Condition): Compiled {
  let day: Moment | undefined;
  let columns = newColumns();
  let ways: Ways<Judgement> | undefined;
  return (facts, at) => {
    if (!ways || at !== day) {
      columns = newColumns();
      ways = compileJudgement(condition, at, columns, (judgement) => judgement);
      day = at;
    }
    const { truth, reasons } = ask(ways, facts, findRegions(columns, facts));
    return { truth, findings: findingsOf(reasons, facts) };
  };
}

/** A value that could not be judged is shown as what it is: empty, or not readable. */
function factFor({ leaf, because }: Reason, facts: Facts): Fact<unknown> {
  const fact = compileReader(leaf.field)(facts);
  const unjudged = fact.is === 'value' && (because === 'unknown' || isBlank(fact.value));
  return unjudged ? settle(fact) : fact;
}

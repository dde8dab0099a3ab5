import type { Finding, Outcome, Reason, Truth } from './assessment.ts';
import { compileReader, isBlank, settle, type Facts, type Moment } from './condition-facts.ts';
import { compileLeaf } from './condition-leaf.ts';
import type { Condition, Leaf } from './condition-schema.ts';
import type { Verdict } from './condition-verdict.ts';
import type { Fact } from './fact.ts';

export type { Facts, Moment } from './condition-facts.ts';

/** What a condition comes to: its truth, and for every leaf, in the order of writing, why. */
export interface Judgement {
  readonly truth: Truth;
  readonly reasons: readonly Reason[];
}

/** A condition as a function of the facts. It never throws, whatever they are, and changes nothing. */
export type Compiled<T = Outcome> = (facts: Facts, at: Moment) => T;

/** Verdicts that one leaf can have on one day, and leaves that a condition may have, to be told by one safe integer. */
const BASE = 16;
const MOST_LEAVES = 12;

/**
 * Compiles a condition once, to be asked of many deals. It answers in Kleene's three values and reads every
 * leaf even when the answer is already decided, so that the reasons are complete. A condition can
 * come out in a few ways only: what `make` makes of each is made once a day and handed out again,
 * since lists of thousands of deals are judged at each edit. Takes what conditionSchema accepts.
 */
export function compileJudgement<T = Judgement>(
  condition: Condition,
  make: (judgement: Judgement) => T = (judgement) => judgement as T,
): Compiled<T> {
  const leaves: Leaf[] = [];
  const tree = compileTree(condition, leaves);
  const judges = leaves.map(compileLeaf);
  const wayOut = (verdicts: readonly Verdict[]): T =>
    make({
      truth: tree(verdicts),
      reasons: verdicts.map((verdict, place) => reasonOf(leaves[place] as Leaf, verdict)),
    });
  if (judges.length > MOST_LEAVES) {
    return (facts, at) => wayOut(judges.map((judge) => judge(facts, at)));
  }
  return remembering(judges, wayOut);
}

/** Numbers the verdicts that each leaf has shown, and keeps what a set of them came to under the digits. */
function remembering<T>(
  judges: readonly Compiled<Verdict>[],
  wayOut: (verdicts: readonly Verdict[]) => T,
): Compiled<T> {
  const seen: Verdict[][] = judges.map(() => []);
  const kept = new Map<number, T>();
  let day: Moment | undefined;
  return (facts, at) => {
    if (at !== day) {
      kept.clear();
      for (const verdicts of seen) verdicts.length = 0;
      day = at;
    }
    let code = 0;
    for (let place = 0; place < judges.length; place++) {
      const verdict = (judges[place] as Compiled<Verdict>)(facts, at);
      code = code * BASE + digitOf(seen[place] as Verdict[], verdict);
    }
    const known = kept.get(code);
    if (known !== undefined) return known;
    const made = wayOut(judges.map((judge) => judge(facts, at)));
    kept.set(code, made);
    return made;
  };
}

function digitOf(seen: Verdict[], verdict: Verdict): number {
  for (let index = 0; index < seen.length; index++) if (seen[index] === verdict) return index;
  return seen.push(verdict) - 1;
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
  return (verdicts) => (verdicts[place] as Verdict).truth;
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

/** Compiles a condition that gives its findings at once: for a single deal that is looked at closely. */
export function compileCondition(condition: Condition): Compiled {
  const judge = compileJudgement(condition);
  return (facts, at) => {
    const { truth, reasons } = judge(facts, at);
    return { truth, findings: findingsOf(reasons, facts) };
  };
}

/** A value that could not be judged is shown as what it is: empty, or not readable. */
function factFor({ leaf, because }: Reason, facts: Facts): Fact<unknown> {
  const fact = compileReader(leaf.field)(facts);
  const unjudged = fact.is === 'value' && (because === 'unknown' || isBlank(fact.value));
  return unjudged ? settle(fact) : fact;
}

import { EMPTY_NUMBER, UNKNOWN_NUMBER, type Facts } from './condition-facts.ts';
import { askLeaf, type CompiledLeaf } from './condition-leaf.ts';
import type { Verdict } from './condition-verdict.ts';

/**
 * A leaf, reached by certain verdicts on those before it, with the steps that its own verdicts lead to; behind the
 * last leaf, what they all came to. A step is made when a deal first comes there.
 */
interface Step<T> {
  readonly index: number;
  /** Undefined behind the last leaf. */
  readonly leaf: CompiledLeaf | undefined;
  /** The leaf's own, once more: they are read for every leaf of every gate of every deal. */
  readonly place: number;
  readonly mark: number;
  /** Where the leaf's number leads. */
  below: Step<T> | undefined;
  on: Step<T> | undefined;
  above: Step<T> | undefined;
  empty: Step<T> | undefined;
  unknown: Step<T> | undefined;
  /** Where its verdicts lead, by their digits. */
  readonly byDigit: (Step<T> | undefined)[];
  made: T | undefined;
}

/** A condition, compiled for a day, with the ways in which it came out so far. */
export interface Ways<T> {
  readonly leaves: readonly CompiledLeaf[];
  readonly start: Step<T>;
  /** Works out what the condition comes to. */
  readonly wayOut: WayOut<T>;
  /** Whether what it came to is kept for the next deal. */
  readonly keep: boolean;
}

type WayOut<T> = (facts: Facts, numbers: readonly number[]) => T;

export const waysOf = <T>(
  leaves: readonly CompiledLeaf[],
  keep: boolean,
  wayOut: WayOut<T>,
): Ways<T> => ({ leaves, start: stepAt(leaves, 0), wayOut, keep });

/**
 * Asks leaf after leaf, and hands out what the same verdicts came to before. A set of verdicts is a path of
 * steps, so that there is no key to build or to hash, and most steps cost one comparison of two numbers.
 */
export function ask<T>(ways: Ways<T>, facts: Facts, numbers: readonly number[]): T {
  let step = ways.start;
  while (step.made === undefined) {
    const { mark } = step;
    const number = numbers[step.place] ?? Number.NaN;
    let next: Step<T> | undefined;
    if (number < mark) next = number === EMPTY_NUMBER ? step.empty : step.below;
    else if (number > mark) next = number === UNKNOWN_NUMBER ? step.unknown : step.above;
    else if (number === mark) next = step.on;
    if (!next) return askOn(ways, step, facts, numbers);
    step = next;
  }
  return step.made;
}

/** Goes on where no number tells the verdict, or where no deal has come before. */
function askOn<T>(
  { leaves, wayOut, keep }: Ways<T>,
  from: Step<T>,
  facts: Facts,
  numbers: readonly number[],
): T {
  if (!keep) return wayOut(facts, numbers);
  let step = from;
  while (step.leaf) {
    const verdict = askLeaf(step.leaf, facts, numbers);
    step = step.byDigit[verdict.digit] ?? addStep(step, step.leaf, verdict, leaves);
  }
  return step.made ?? (step.made = wayOut(facts, numbers));
}

function addStep<T>(
  step: Step<T>,
  leaf: CompiledLeaf,
  verdict: Verdict,
  leaves: readonly CompiledLeaf[],
): Step<T> {
  const next = stepAt<T>(leaves, step.index + 1);
  step.byDigit[verdict.digit] = next;
  if (verdict === leaf.below) step.below = next;
  if (verdict === leaf.on) step.on = next;
  if (verdict === leaf.above) step.above = next;
  if (verdict === leaf.empty) step.empty = next;
  if (verdict === leaf.unknown) step.unknown = next;
  return next;
}

function stepAt<T>(leaves: readonly CompiledLeaf[], index: number): Step<T> {
  const leaf = leaves[index];
  return {
    index,
    leaf,
    place: leaf?.place ?? 0,
    mark: leaf?.mark ?? Number.NaN,
    below: undefined,
    on: undefined,
    above: undefined,
    empty: undefined,
    unknown: undefined,
    byDigit: [],
    made: undefined,
  };
}

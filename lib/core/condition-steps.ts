import type { Facts } from './condition-facts.ts';
import { askLeaf, type CompiledLeaf } from './condition-leaf.ts';

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
  /** Where its verdicts lead, by their digits. */
  readonly byDigit: (Step<T> | undefined)[];
  made: T | undefined;
}

/** A condition, compiled for a day, with the ways in which it came out so far. */
export interface Ways<T> {
  readonly leaves: readonly CompiledLeaf[];
  /** Undefined where nothing is kept. */
  readonly start: Step<T> | undefined;
  /** Works out what the condition comes to. */
  readonly wayOut: WayOut<T>;
}

type WayOut<T> = (facts: Facts, numbers: readonly number[]) => T;

export const keepWays = <T>(leaves: readonly CompiledLeaf[], wayOut: WayOut<T>): Ways<T> => ({
  leaves,
  start: stepAt(leaves, 0),
  wayOut,
});

export const keepNothing = <T>(wayOut: WayOut<T>): Ways<T> => ({
  leaves: [],
  start: undefined,
  wayOut,
});

/**
 * Asks leaf after leaf, and hands out what the same verdicts came to before. A set of verdicts is a path of
 * steps, so that there is no key to build or to hash, and most steps cost one comparison of two numbers.
 */
export function ask<T>(ways: Ways<T>, facts: Facts, numbers: readonly number[]): T {
  let step = ways.start;
  if (!step) return ways.wayOut(facts, numbers);
  while (step.leaf) {
    const { mark } = step;
    const number = numbers[step.place] ?? Number.NaN;
    let next: Step<T> | undefined;
    if (number < mark) next = step.below;
    else if (number > mark) next = step.above;
    else if (number === mark) next = step.on;
    step = next ?? follow(step, step.leaf, ways.leaves, facts, numbers);
  }
  return step.made ?? (step.made = ways.wayOut(facts, numbers));
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
    byDigit: [],
    made: undefined,
  };
}

/** The step that the leaf's verdict leads to: the way of facts that no number tells, and of all others the first time. */
function follow<T>(
  step: Step<T>,
  leaf: CompiledLeaf,
  leaves: readonly CompiledLeaf[],
  facts: Facts,
  numbers: readonly number[],
): Step<T> {
  const verdict = askLeaf(leaf, facts, numbers);
  const known = step.byDigit[verdict.digit];
  const next = known ?? stepAt<T>(leaves, step.index + 1);
  step.byDigit[verdict.digit] = next;
  if (verdict === leaf.below) step.below = next;
  if (verdict === leaf.on) step.on = next;
  if (verdict === leaf.above) step.above = next;
  return next;
}

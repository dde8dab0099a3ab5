import { NOWHERE, regionsOf, type Columns } from './condition-columns.ts';
import type { Facts } from './condition-facts.ts';
import type { CompiledLeaf } from './condition-leaf.ts';

/** A condition, compiled for a day, with what it came to so far. */
export interface Ways<T> {
  /** The places of the one or two columns that tell what it comes to: twice the same for one, 0 while nothing is kept. */
  first: number;
  second: number;
  /** What it came to, by the region in the first column times `width`, and that in the second. */
  byRegions: (T | undefined)[];
  width: number;
  /** Those places, until there is room. */
  waiting: readonly [first: number, second: number] | undefined;
  readonly columns: Columns;
  readonly leaves: readonly CompiledLeaf[];
  /** The way through its verdicts; undefined where nothing is kept. */
  readonly start: Step<T> | undefined;
  readonly work: (facts: Facts) => T;
}

/** A leaf, reached by certain verdicts on those before it; behind the last leaf, what they all came to. */
interface Step<T> {
  /** Where the leaf's verdicts lead, by their digits. */
  readonly next: (Step<T> | undefined)[];
  made: T | undefined;
}

/** Leaves up to which a condition keeps what it came to: with many more, few deals come out alike. */
const MOST_LEAVES = 8;

/** Regions, or pairs of them, up to which what they came to is kept. */
const MOST_REGIONS = 4096;

/** Prepares a condition that `work` works out. The columns have to be complete before the first deal is asked about. */
export function waysOf<T>(
  leaves: readonly CompiledLeaf[],
  columns: Columns,
  work: (facts: Facts) => T,
): Ways<T> {
  const places = new Set(leaves.map(({ place }) => place));
  const [first = 0, second = first] = places;
  const isKept = leaves.length <= MOST_LEAVES;
  return {
    first: 0,
    second: 0,
    byRegions: noneOf(1),
    width: 0,
    waiting: isKept && places.size <= 2 && !places.has(0) ? [first, second] : undefined,
    columns,
    leaves,
    start: isKept ? newStep() : undefined,
    work,
  };
}

const newStep = <T>(): Step<T> => ({ next: [], made: undefined });

const noneOf = <T>(length: number): (T | undefined)[] => Array.from({ length }, () => undefined);

/** What a condition comes to. Deals that lie in the same regions have the same verdicts: most take this one look. */
export function ask<T>(ways: Ways<T>, facts: Facts, regions: readonly number[]): T {
  const place = (regions[ways.first] ?? NOWHERE) * ways.width + (regions[ways.second] ?? NOWHERE);
  return ways.byRegions[place] ?? askClosely(ways, facts, regions);
}

function askClosely<T>(ways: Ways<T>, facts: Facts, regions: readonly number[]): T {
  const found = askLeaves(ways, facts);
  if (ways.waiting) makeRoom(ways, ways.waiting);
  const first = regions[ways.first] ?? NOWHERE;
  const second = regions[ways.second] ?? NOWHERE;
  if (first !== NOWHERE && second !== NOWHERE) ways.byRegions[first * ways.width + second] = found;
  return found;
}

/** Makes room for all regions at once: the look into the list is the faster for never missing its end. */
function makeRoom<T>(ways: Ways<T>, [first, second]: readonly [number, number]): void {
  ways.waiting = undefined;
  const width = regionsOf(ways.columns, second);
  const size = first === second ? width : width * regionsOf(ways.columns, first);
  if (size > MOST_REGIONS) return;
  ways.first = first;
  ways.second = second;
  ways.width = first === second ? 0 : width;
  ways.byRegions = noneOf(size);
}

/** Asks leaf after leaf, and hands out what the same verdicts came to before: there is no key to build or to hash. */
function askLeaves<T>({ start, leaves, work }: Ways<T>, facts: Facts): T {
  if (!start) return work(facts);
  let step = start;
  for (const leaf of leaves) {
    const { digit } = leaf.judge(facts);
    step = step.next[digit] ?? (step.next[digit] = newStep());
  }
  return step.made ?? (step.made = work(facts));
}

import type { Assessment, GateVerdict, Standing } from '../assessment.ts';

/** The standings in the order in which tables show them. */
export const STANDINGS = [
  'counts',
  'edge',
  'out',
  'unknown',
  'none',
] as const satisfies readonly Standing[];

/** How many deals stand so before (outer) and so after (inner). All of it adds up to the deals that were tried. */
export type Moves = Readonly<Record<Standing, Readonly<Record<Standing, number>>>>;

/** How one gate came out: on how many deals it is met, open and can't be told; the open ones with an exception apart. */
export interface GateCount {
  readonly id: string;
  met: number;
  open: number;
  cannotTell: number;
  /** Deals on which somebody waived it; they are in none of the other numbers. */
  excepted: number;
}

type Row = Record<Standing, number>;
const noDeals = (): Row => ({ counts: 0, edge: 0, out: 0, unknown: 0, none: 0 });

/** Counts moves from one standing to another, deal by deal. */
export function countMoves(): {
  readonly add: (before: Standing, after: Standing) => void;
  readonly moves: Moves;
} {
  const moves = {
    counts: noDeals(),
    edge: noDeals(),
    out: noDeals(),
    unknown: noDeals(),
    none: noDeals(),
  };
  return {
    add: (before, after) => {
      moves[before][after] += 1;
    },
    moves,
  };
}

const sum = (row: Readonly<Row>): number =>
  STANDINGS.reduce((total, standing) => total + row[standing], 0);

/** What a table of moves says in a few numbers. */
export interface MoveSums {
  readonly deals: number;
  /** Deals that stand differently. */
  readonly changed: number;
  /** Deals that count now and would not. */
  readonly lost: number;
  /** Deals that do not count now and would. */
  readonly gained: number;
}

/** What the moves between standings come to. */
export function sumMoves(moves: Moves): MoveSums {
  const deals = STANDINGS.reduce((total, standing) => total + sum(moves[standing]), 0);
  const same = STANDINGS.reduce((total, standing) => total + moves[standing][standing], 0);
  const counting = STANDINGS.reduce((total, standing) => total + moves[standing].counts, 0);
  return {
    deals,
    changed: deals - same,
    lost: sum(moves.counts) - moves.counts.counts,
    gained: counting - moves.counts.counts,
  };
}

/** Counts the gates of one playbook over many deals. */
export function countGates(): {
  readonly add: (gates: readonly GateVerdict[]) => void;
  readonly counts: ReadonlyMap<string, GateCount>;
} {
  const counts = new Map<string, GateCount>();
  const of = (id: string): GateCount => {
    const known = counts.get(id);
    if (known) return known;
    const fresh = { id, met: 0, open: 0, cannotTell: 0, excepted: 0 };
    counts.set(id, fresh);
    return fresh;
  };
  return {
    add: (gates) => {
      for (const { gate, state, exception } of gates) {
        const count = of(gate.id);
        if (exception) count.excepted += 1;
        else if (state === 'met') count.met += 1;
        else if (state === 'open') count.open += 1;
        else count.cannotTell += 1;
      }
    },
    counts,
  };
}

/** True for a deal that is won or lost: no rule is asked of it any more. */
export const isOver = ({ category }: Assessment): boolean =>
  category.is === 'value' && (category.value === 'won' || category.value === 'lost');

import type { Assessment, GateVerdict, Standing } from '../assessment.ts';
import type { Fact } from '../fact.ts';
import type { Category } from '../fields.ts';

/** One gate on one deal before and after; null where it does not stand there. */
export interface GateTurn {
  readonly id: string;
  readonly before: GateVerdict | null;
  readonly after: GateVerdict | null;
}

/** What another playbook makes of one deal. */
export interface Turn {
  readonly before: Standing;
  readonly after: Standing;
  /** Set where the deal's category came out differently. */
  readonly category?: { readonly before: Fact<Category>; readonly after: Fact<Category> };
  /** The gates that came out differently: those that bear on the standing first. */
  readonly gates: readonly GateTurn[];
}

type Bearing = 'holds-up' | 'unsure' | 'none';

/** What a gate does to a standing: only a required gate without an exception does anything. */
function bearingOf(verdict: GateVerdict | null): Bearing {
  if (verdict?.need !== 'required' || verdict.exception) return 'none';
  if (verdict.state === 'open') return 'holds-up';
  return verdict.state === 'cannot-tell' ? 'unsure' : 'none';
}

/** True for a gate that changes what it does to the standing. */
export const bears = ({ before, after }: GateTurn): boolean =>
  bearingOf(before) !== bearingOf(after);

function isTurned({ before, after }: GateTurn): boolean {
  if (before === null || after === null) return true;
  return (
    before.state !== after.state ||
    before.need !== after.need ||
    (before.exception === undefined) !== (after.exception === undefined)
  );
}

const categoryText = (fact: Fact<Category>): string => (fact.is === 'value' ? fact.value : fact.is);

/** Compares two assessments of the same deal on the same day. */
export function turnOf(before: Assessment, after: Assessment): Turn {
  const old = new Map(before.gates.map((verdict) => [verdict.gate.id, verdict]));
  const kept = new Set(after.gates.map(({ gate }) => gate.id));
  const pairs: GateTurn[] = [
    ...after.gates.map((verdict) => ({
      id: verdict.gate.id,
      before: old.get(verdict.gate.id) ?? null,
      after: verdict,
    })),
    ...before.gates
      .filter(({ gate }) => !kept.has(gate.id))
      .map((verdict) => ({ id: verdict.gate.id, before: verdict, after: null })),
  ];
  const turned = pairs.filter(isTurned);
  const moved = categoryText(before.category) !== categoryText(after.category);
  return {
    before: before.standing,
    after: after.standing,
    ...(moved ? { category: { before: before.category, after: after.category } } : {}),
    gates: turned.toSorted((a, b) => Number(bears(b)) - Number(bears(a))),
  };
}

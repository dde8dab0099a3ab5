import { useState } from 'react';
import type { GateResult } from '../../lib/core/assessment.ts';
import type { DealDrafts } from './drafts.ts';

/** Open gates that are shown before "2 more". */
const SHOWN = 3;

export const isOpen = ({ state, exception }: GateResult): boolean => state === 'open' && !exception;

/** The gates that were open at some time since the deal was opened, first come first. */
function joined(order: readonly string[], gates: readonly GateResult[]): readonly string[] {
  const fresh = gates.filter((result) => isOpen(result) && !order.includes(result.gate.id));
  return fresh.length === 0 ? order : [...order, ...fresh.map(({ gate }) => gate.id)];
}

export interface Ordered {
  /** Open gates that matter most, and in their old place those that have turned since. */
  readonly shown: readonly GateResult[];
  readonly more: readonly GateResult[];
  /** The gate that was first when the deal was opened. */
  readonly first: string | undefined;
}

/** True while a form of the gate is on the card. */
export const isWriting = (drafts: DealDrafts, gate: string): boolean =>
  [`answer:${gate}`, `exception:${gate}`].some((form) => drafts.get(form)?.open === true);

/**
 * Keeps the gates in their places while the rep types: one that turns met becomes a line where it
 * stood, and one that turns back is where it was. The order is the assessment's at first.
 */
export function useOrder(gates: readonly GateResult[], drafts: DealDrafts): Ordered {
  const [order, setOrder] = useState<readonly string[]>([]);
  const next = joined(order, gates);
  if (next !== order) setOrder(next);
  const results = next.flatMap((id) =>
    gates.filter(({ gate, exception }) => gate.id === id && !exception),
  );
  const shown: GateResult[] = [];
  const more: GateResult[] = [];
  let open = 0;
  for (const result of results) {
    if (isOpen(result)) open += 1;
    const first = !isOpen(result) || open <= SHOWN || isWriting(drafts, result.gate.id);
    (first ? shown : more).push(result);
  }
  return { shown, more, first: next[0] };
}

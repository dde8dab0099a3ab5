import type { DealRef } from '../../core/deal.ts';
import { callerOf } from './rpc.ts';

/** Writes one note on the deal. */
export async function note(
  view: Window,
  ref: DealRef,
  text: string,
  signal: AbortSignal,
): Promise<void> {
  const call = callerOf(view, ref.org ?? '', signal);
  await call('model.ir.note.create', [[{ resource: `sale.opportunity,${ref.id}`, message: text }]]);
}

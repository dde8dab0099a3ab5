import type { DealRef } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import { callerOf } from './rpc.ts';

/** Writes one note on the deal. */
export async function note(access: Access, ref: DealRef, text: string): Promise<void> {
  const call = callerOf(access, ref.org ?? '');
  await call('model.ir.note.create', [[{ resource: `sale.opportunity,${ref.id}`, message: text }]]);
}

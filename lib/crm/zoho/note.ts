import type { DealRef } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import { CrmTrouble } from '../trouble.ts';
import { clientOf } from './client.ts';
import { rowsIn } from './values.ts';

/** Writes one note on the deal. Zoho answers for each record by itself, whatever the answer's own status. */
export async function note(access: Access, { id, org = '' }: DealRef, text: string): Promise<void> {
  const answer = await clientOf(access, org).post(`Deals/${id}/Notes`, {
    data: [{ Note_Content: text }],
  });
  const [written] = rowsIn(answer, 'data') ?? [];
  if (written?.status !== 'success') throw new CrmTrouble('refused');
}

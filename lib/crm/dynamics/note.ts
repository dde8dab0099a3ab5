import type { DealRef } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import { post } from './client.ts';

/** Writes one note on the deal. */
export const note = (access: Access, { id }: DealRef, text: string): Promise<void> =>
  post(access, 'annotations', {
    notetext: text,
    'objectid_opportunity@odata.bind': `/opportunities(${id})`,
  });

import type { DealRef } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import { askVersion } from './request.ts';

/** Writes one note on the deal. Notes are in the first version of the API only. */
export async function note(access: Access, { id }: DealRef, text: string): Promise<void> {
  await askVersion(access, 'v1', '/notes', {}, { deal_id: Number(id), content: asHtml(text) });
}

/** A note is HTML: what people write must stay text. */
const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r?\n/g, '<br>');

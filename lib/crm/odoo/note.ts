import type { DealRef } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import { callKw } from './rpc.ts';
import { MODEL } from './url.ts';

/** Writes one internal note on the deal. Odoo's notes are HTML: nothing in the text is taken for a mark-up. */
export async function note(access: Access, ref: DealRef, text: string): Promise<void> {
  await callKw(access, MODEL, 'message_post', [[Number(ref.id)]], {
    body: text.split('\n').map(escaped).join('<br/>'),
    // From version 17 on a body counts as plain text without this; version 16 passes it over.
    body_is_html: true,
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_note',
  });
}

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (line: string): string => line.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? '');

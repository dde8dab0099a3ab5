import type { CrmPages } from '../adapter.ts';
import { leadForm } from './form.ts';
import { CRM } from './meta.ts';
import { CLIENT_MARKS } from './marks.ts';
import { match, namesModel } from './url.ts';

/**
 * The client's frame cannot be told from another Odoo app's, and neither can most of its addresses: where the address
 * does not name the model, a page with an id is ours only while an opportunity's form stands in it.
 */
function recognise(root: Document): boolean {
  if (!CLIENT_MARKS.every((mark) => root.querySelector(mark) !== null)) return false;
  if (!URL.canParse(root.URL)) return true;
  const url = new URL(root.URL);
  return match(url)?.kind !== 'deal' || namesModel(url) || leadForm(root) !== undefined;
}

export const pages: CrmPages = { id: CRM, match, recognise };

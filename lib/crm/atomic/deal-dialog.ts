import { findAll, findFirst, hashOf, isVisible } from '../dom.ts';
import { DEAL_LINK, DIALOGS, EDIT_TITLE, FORM, SHOW_HEADING } from './selectors.ts';
import { isFormOf } from './settled.ts';

/** The dialog that a deal is open in, and which view of it. */
export interface DealDialog {
  readonly view: 'show' | 'edit';
  readonly dialog: HTMLElement;
  /** The show view's heading. */
  readonly heading: HTMLElement | undefined;
  /** The edit view's form. */
  readonly form: HTMLElement | undefined;
}

/** How many elements up from the heading its row with the buttons ends. */
const ROW_DEPTH = 3;

/**
 * The dialog that shows this deal. Dialogs and headings are used again for the next deal, and the URL
 * changes before them; what names the record is the link beside the heading, which the client renders from
 * the same record as the values: to edit the deal in the show view, back to it in the edit view. An archived
 * deal has neither, and is not read.
 */
export function findDealDialog(root: ParentNode, id?: string): DealDialog | undefined {
  for (const dialog of findAll(root, DIALOGS).reverse()) {
    if (!isVisible(dialog)) continue;
    const found = editView(dialog, id) ?? showView(dialog, id);
    if (found) return found;
  }
  return undefined;
}

function editView(dialog: HTMLElement, id: string | undefined): DealDialog | undefined {
  const form = findFirst(dialog, FORM);
  const title = findFirst(dialog, EDIT_TITLE);
  if (!form || !title || !linksTo(title, id, '/show') || !isFormOf(form, title, id))
    return undefined;
  return { view: 'edit', dialog, heading: undefined, form };
}

function showView(dialog: HTMLElement, id: string | undefined): DealDialog | undefined {
  const heading = findFirst(dialog, SHOW_HEADING);
  if (!heading) return undefined;
  let row: Element | null = heading;
  for (let depth = 0; depth < ROW_DEPTH && row && row !== dialog; depth += 1) {
    if (linksTo(row, id, '')) return { view: 'show', dialog, heading, form: undefined };
    row = row.parentElement;
  }
  return undefined;
}

/** True where the first link to a deal goes to this one; without an id, to any. */
function linksTo(element: Element, id: string | undefined, tail: string): boolean {
  const link = findFirst(element, DEAL_LINK);
  const target = link && hashOf(link);
  if (target === undefined) return false;
  if (id === undefined) return /^\/deals\/[^/]+/.test(target);
  return target === `/deals/${id}${tail}` || target === `/deals/${encodeURIComponent(id)}${tail}`;
}

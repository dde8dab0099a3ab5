import type { DealRef, Reading } from '../../core/deal.ts';
import type { FieldName } from '../../core/fields.ts';
import { findAll, findFirst, isVisible, oneLine, textOf } from '../dom.ts';
import { findField } from '../read-field.ts';
import { DETAIL, EDITORS, FIELDS, LOADING, NONE, QUESTION, TITLE } from './selectors.ts';
import { match } from './url.ts';

export type ShownField = keyof typeof FIELDS;
export const SHOWN_FIELDS = Object.keys(FIELDS) as ShownField[];

/** The deal's pane, where the address is a deal's; a quick view's fields stand outside of it. */
export function paneOf(root: Document): HTMLElement | undefined {
  if (!URL.canParse(root.URL) || match(new URL(root.URL))?.kind !== 'deal') return undefined;
  return findAll(root, DETAIL).find(isVisible);
}

/** Where a field stands in the pane; nowhere while its value has not arrived. */
export function placeOf(pane: HTMLElement, field: FieldName): HTMLElement | undefined {
  const place = field in FIELDS ? findField(pane, FIELDS[field as ShownField]) : undefined;
  return place && !findFirst(place, LOADING) ? place : undefined;
}

/** What edits a field just now; the stage's own select is hidden behind a nicer one. */
export const editorIn = (place: HTMLElement, field: ShownField): HTMLElement | undefined =>
  findFirst(place, EDITORS[field]);

/**
 * True when the pane shows this deal. EspoCRM changes the address first: to the next deal while the page still shows the
 * last one, and all the time that it asks whether to leave a form. No id stands in the page, so its name must be the
 * saved one, and its account where it is not being edited.
 */
export function showsDeal(
  root: Document,
  pane: HTMLElement,
  ref: DealRef,
  saved: Reading,
): boolean {
  const at = match(new URL(root.URL));
  if (at?.kind !== 'deal' || at.ref.id !== ref.id || saved.ref.id !== ref.id) return false;
  if (findAll(root, QUESTION).some(isVisible)) return false;
  const title = findAll(root, TITLE).find(isVisible);
  const { name, account } = saved.fields;
  if (!title || name.is === 'unknown') return false;
  const expected = name.is === 'value' ? oneLine(name.value) : ref.id;
  if (textOf(title) !== expected) return false;
  const place = placeOf(pane, 'account');
  if (!place || editorIn(place, 'account') || account.is === 'unknown') return true;
  const shown = findFirst(place, NONE) ? '' : textOf(place);
  return shown === (account.is === 'value' ? oneLine(account.value) : '');
}

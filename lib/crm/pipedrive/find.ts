import type { FieldName } from '../../core/fields.ts';
import { findAll, isVisible, textOf } from '../dom.ts';
import { fieldOfLabel, toldIn, type RowField } from './labels.ts';
import { BESIDE, EDITORS, ROW_LABEL, ROW_VALUE, ROWS, TITLE } from './selectors.ts';

/** A row's value, or its input while it is edited. */
export interface Place {
  readonly element: HTMLElement;
  readonly state: 'form' | 'shown';
}

const isOwn = (element: Element): boolean =>
  isVisible(element) && element.closest(BESIDE.join(', ')) === null;

/** The title's text area. */
export function findTitle(root: ParentNode): HTMLTextAreaElement | undefined {
  for (const selector of TITLE) {
    const found = findAll(root, [selector]).find(isOwn);
    if (found) return found as HTMLTextAreaElement;
  }
  return undefined;
}

/** The rows that are read, by field. A field that two rows claim is left out: one of them is somebody's own. */
export function findRows(root: Document): ReadonlyMap<RowField, Place> {
  const told = toldIn(root.defaultView);
  const places = new Map<RowField, Place | undefined>();
  for (const row of findAll(root, [ROWS]).filter(isOwn)) {
    const field = fieldOfLabel(textOf(row.querySelector(ROW_LABEL)), told);
    const place = field && placeIn(row);
    if (place) places.set(field, places.has(field) ? undefined : place);
  }
  return new Map([...places].flatMap(([field, place]) => (place ? [[field, place]] : [])));
}

function placeIn(row: HTMLElement): Place | undefined {
  const editor = findAll(row, [EDITORS]).find(isVisible);
  if (editor) return { element: editor, state: 'form' };
  const element = findAll(row, [ROW_VALUE]).find(isVisible);
  return element && { element, state: 'shown' };
}

/** The page's own element for a field. */
export function fieldElement(root: Document, field: FieldName): HTMLElement | undefined {
  if (field === 'name') return findTitle(root);
  return findRows(root).get(field as RowField)?.element;
}

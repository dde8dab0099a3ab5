import type { FieldName } from '../../core/fields.ts';
import { findAll, isVisible } from '../dom.ts';
import { BESIDE, FIELD_SELECTORS } from './selectors.ts';

/** A property's editor, or the place where its value is shown. */
export interface Place {
  readonly element: HTMLElement;
  readonly state: 'form' | 'shown';
}

/** Where the record in the page has this field; records beside it, in panels and dialogs, are left out. */
export function findPlace(root: ParentNode, field: FieldName): Place | undefined {
  const { form = [], shown = [] } = FIELD_SELECTORS[field] ?? {};
  const editor = findOwn(root, form);
  if (editor) return { element: controlOf(editor), state: 'form' };
  const element = findOwn(root, shown);
  return element && { element, state: 'shown' };
}

/** The first visible element of the record's own. */
export function findOwn(root: ParentNode, selectors: readonly string[]): HTMLElement | undefined {
  for (const selector of selectors) {
    const found = findAll(root, [selector]).find((element) => isVisible(element) && isOwn(element));
    if (found) return found;
  }
  return undefined;
}

const isOwn = (element: Element): boolean => element.closest(BESIDE.join(', ')) === null;

/** Some editors are the input themselves, others stand around it. */
const controlOf = (editor: HTMLElement): HTMLElement =>
  editor.matches('input, textarea, select, button')
    ? editor
    : (editor.querySelector<HTMLElement>('input, textarea') ?? editor);

import type { FieldName } from '../../core/fields.ts';
import { findAll, isVisible } from '../dom.ts';
import { findField } from '../read-field.ts';
import { FIELD_SELECTORS, FORM } from './selectors.ts';

/** The form that is shown. A quick-create form beside it has no root of this kind. */
export const shownForm = (root: Document): HTMLElement | undefined =>
  findAll(root, FORM).find(isVisible);

/** The field's control in the form that is shown, or its box. */
export function fieldElement(root: Document, field: FieldName): HTMLElement | undefined {
  const form = shownForm(root);
  return form && findField(form, FIELD_SELECTORS[field]?.form);
}

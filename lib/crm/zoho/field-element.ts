import type { FieldName } from '../../core/fields.ts';
import { findField } from '../read-field.ts';
import { FIELD_SELECTORS } from './selectors.ts';

/** The field's input in the form, or else the place where it is shown. */
export function fieldElement(root: Document, field: FieldName): HTMLElement | undefined {
  const { form, shown } = FIELD_SELECTORS[field] ?? {};
  return findField(root, form) ?? findField(root, shown);
}

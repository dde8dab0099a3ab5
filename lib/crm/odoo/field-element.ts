import type { FieldName } from '../../core/fields.ts';
import { findAll, findFirst, isVisible } from '../dom.ts';
import { leadForm, targetOf, widgetIn } from './form.ts';
import { NAMES, PRESENT_STAGE, SAVE_BAR } from './selectors.ts';

const isNamed = (field: FieldName): field is keyof typeof NAMES => field in NAMES;

/** The field's own input in the opportunity's form, or its frame where it is only shown; the stage's present button. */
export function fieldElement(root: Document, field: FieldName): HTMLElement | undefined {
  const form = leadForm(root);
  const widget = form && isNamed(field) ? widgetIn(form, NAMES[field]) : undefined;
  if (!widget) return undefined;
  return field === 'stage' ? findAll(widget, PRESENT_STAGE).find(isVisible) : targetOf(widget);
}

/** Odoo saves and discards in its control panel, above the form. */
export function saveBar(root: Document): HTMLElement | undefined {
  const form = leadForm(root);
  return form && findFirst(form, SAVE_BAR);
}

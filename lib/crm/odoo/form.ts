import { findAll, findFirst, isVisible, textOf } from '../dom.ts';
import {
  DIRTY,
  FORM_VIEW,
  INPUTS,
  LEAD_FIELDS,
  LEAD_FORM,
  NESTED,
  NEW_RECORD,
  TITLE,
  WIDGET,
} from './selectors.ts';

/** The form of an opportunity or a lead that stands in front; undefined for another model's, a list, or nothing. */
export const leadForm = (root: ParentNode): HTMLElement | undefined =>
  findAll(root, [FORM_VIEW]).find((form) => !isNested(form) && isLeadForm(form));

const isLeadForm = (form: HTMLElement): boolean =>
  form.classList.contains(LEAD_FORM) ||
  LEAD_FIELDS.every((name) => form.querySelector(WIDGET(name)) !== null);

/** True for a view inside of another one, or in a dialog. */
const isNested = (element: Element): boolean =>
  element.parentElement?.closest(`${NESTED.join(', ')}, .o_form_view`) != null;

/** The frame of a field of the form's own record. Some forms carry one twice, for narrow and for wide windows. */
export function widgetIn(form: HTMLElement, name: string): HTMLElement | undefined {
  return findAll(form, [WIDGET(name)]).find((widget) => {
    const nested = widget.closest(NESTED.join(', '));
    return (nested === null || !form.contains(nested)) && isVisible(widget);
  });
}

/** Where a field is typed into, or its frame where it is only shown. */
export const targetOf = (widget: HTMLElement): HTMLElement =>
  findAll(widget, INPUTS).find(isVisible) ?? widget;

/** The name of the record that the form holds, as it is saved: the last of the breadcrumbs. */
export function titleOf(form: HTMLElement): string | undefined {
  const crumb = findFirst(form, TITLE);
  const text = textOf(crumb && (findFirst(crumb, ['span']) ?? crumb));
  return text === '' ? undefined : text;
}

/** True while something is typed and not saved. */
export const isDirty = (form: HTMLElement): boolean => findFirst(form, DIRTY) !== undefined;

/** True for a record that was never saved. */
export const isNew = (form: HTMLElement): boolean => findFirst(form, NEW_RECORD) !== undefined;

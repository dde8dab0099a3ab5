import type { Reading } from '../../core/deal.ts';
import { known, unknown, valueOf, type Fact } from '../../core/fact.ts';
import { FIELDS, type Category, type FieldName } from '../../core/fields.ts';
import { findAll, isVisible, oneLine, textOf } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { findField, readField, shownText } from '../read-field.ts';
import { CATEGORY_LABEL } from './facts.ts';
import { COLUMNS, FIELD_SELECTORS, TITLE, type FormField } from './selectors.ts';

/**
 * The form by its elements, where the page's script does not answer. The client writes numbers and dates in the format of
 * the user's own settings, which the page does not name: what can be read in two ways is *ambiguous*.
 */

/** The form's title is the record's saved name, and its account, where it is shown, the saved one. */
export function isThisDeal(form: HTMLElement, saved: Reading): boolean {
  const name = valueOf(saved.fields.name);
  const title = findAll(form.ownerDocument, TITLE).find(isVisible);
  if (name === undefined || !title) return false;
  const behind = textOf(title).startsWith(oneLine(name))
    ? textOf(title).slice(oneLine(name).length).trim()
    : undefined;
  if (behind === undefined || !/^(?:[-\u2013] ?\S.*)?$/.test(behind)) return false;
  const account = findField(form, accountTags);
  const expected = valueOf(saved.fields.account);
  return !account || expected === undefined || textOf(account) === oneLine(expected);
}

const accountTags = FIELD_SELECTORS.account?.form?.filter((one) => one.includes('selected_tag'));

const isLookup = (field: FieldName): boolean => field === 'owner' || field === 'account';

/** Every field that the form shows. */
export function fromPage(form: HTMLElement, saved: Reading): SomeFields {
  const facts: Partial<Record<FieldName, Fact<unknown>>> = {};
  for (const field of Object.keys(COLUMNS) as FormField[]) {
    const element = findField(form, FIELD_SELECTORS[field]?.form);
    if (element) facts[field] = factOf(field, element, saved);
  }
  return facts as SomeFields;
}

function factOf(field: FormField, element: HTMLElement, saved: Reading): Fact<unknown> {
  // The section's box alone: its control is of a kind that is not known, or still on its way.
  if (element.dataset.id?.endsWith('-FieldSectionItemContainer') === true)
    return unknown('not-readable');
  if (field === 'forecastCategory') return categoryFact(element, saved);
  if (isLookup(field)) return known(textOf(element), 'typed');
  const currency = FIELDS[field] === 'money' ? valueOf(saved.fields.amount)?.currency : undefined;
  return readField(field, element, { source: 'typed', currency });
}

/** The labels are in the user's language: the saved one is known by what the CRM calls it. */
function categoryFact(element: HTMLElement, saved: Reading): Fact<Category> {
  const { text } = shownText(element);
  const label = saved.custom[CATEGORY_LABEL];
  const isSaved = label?.is === 'value' && label.value === text;
  return isSaved ? saved.fields.forecastCategory : unknown('not-readable', text);
}

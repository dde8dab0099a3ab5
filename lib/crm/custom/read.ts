import { unknownFields, type Fields } from '../../core/deal.ts';
import { known, unknown, type Fact, type Source } from '../../core/fact.ts';
import { FIELDS, type FieldName, type Stage } from '../../core/fields.ts';
import type { PageState } from '../adapter.ts';
import { oneLine } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { readField, shownText, type ValueFormat } from '../read-field.ts';
import type { Definition } from './definition.ts';
import { findFirstOf, type Found } from './find.ts';

/** What a pane says, field by field, and which of its views it is. */
export interface PaneReading {
  readonly fields: SomeFields;
  readonly state: PageState;
}

/** Where a field stands just now: in the form, if the form is open, else in the view. */
export function locate(
  pane: ParentNode,
  { fields }: Pick<Definition, 'fields'>,
  field: FieldName,
): { readonly found: Found; readonly state: PageState } {
  const where = fields[field];
  const found = findFirstOf(pane, where?.form, 'form');
  if (found !== 'none') return { found, state: 'form' };
  return { found: findFirstOf(pane, where?.shown, 'shown'), state: 'shown' };
}

/** The fields that a definition names. */
export const fieldsOf = ({ fields }: Pick<Definition, 'fields'>): readonly FieldName[] =>
  (Object.keys(fields) as FieldName[]).filter((field) => field in FIELDS);

/** Reads every field that the definition names; one that stands nowhere is not on this page, and never empty. */
export function readPane(pane: ParentNode, definition: Readable): PaneReading {
  const facts: Partial<Record<FieldName, Fact<unknown>>> = {};
  let state: PageState = 'shown';
  for (const field of fieldsOf(definition)) {
    const at = locate(pane, definition, field);
    if (at.state === 'form') state = 'form';
    facts[field] = factAt(at.found, field, definition, at.state === 'form' ? 'typed' : 'page');
  }
  return { fields: facts as SomeFields, state };
}

function factAt(
  found: Found,
  field: FieldName,
  definition: Writing,
  source: Source,
): Fact<unknown> {
  if (found === 'none') return unknown('not-on-page');
  return found === 'many' ? unknown('ambiguous') : readElement(found, field, definition, source);
}

/** What is used of a definition to read one value. */
export type Writing = Pick<Definition, 'locale' | 'dateOrder' | 'currency' | 'stages'>;

/** What is used of it to read a page. */
export type Readable = Writing & Pick<Definition, 'fields'>;

/** Reads one field from its element, as the definition says that values are written. */
export function readElement(
  element: HTMLElement,
  field: FieldName,
  writing: Writing,
  source: Source,
): Fact<unknown> {
  const { locale, dateOrder: order, currency, stages } = writing;
  if (field === 'stage') return stageFact(element, stages, source);
  const format: ValueFormat = { source, locale, order, currency };
  const fact = readField(field, element, format);
  // A place that something else than text stands in, such as what says that it is being loaded, was not read.
  const busy = source === 'page' && element.childElementCount > 0;
  return fact.is === 'empty' && busy ? unknown('not-readable') : fact;
}

/** A stage by its label. Where the definition lists open stages too, a label that it does not list is none. */
function stageFact(
  element: HTMLElement,
  stages: Definition['stages'] = [],
  source: Source,
): Fact<Stage> {
  const { text } = shownText(element);
  const unset = element.localName === 'select' && (element as HTMLSelectElement).value === '';
  if (text === '' || unset) {
    return source === 'page' ? unknown('not-readable') : { is: 'empty', source };
  }
  const same = (label: string): boolean => oneLine(label).toLowerCase() === text.toLowerCase();
  const order = stages.findIndex(({ label }) => same(label));
  const stage = stages[order];
  const complete = stages.some(({ state }) => state === 'open');
  if (!stage) {
    if (complete) return unknown('not-readable', text);
    return known({ id: text, label: text, state: 'open' }, source);
  }
  const { id = text, label, state } = stage;
  return known({ id, label, state, ...(complete && state === 'open' ? { order } : {}) }, source);
}

/** All fields: those that the definition has no place for are not offered. */
export const complete = (read: SomeFields): Fields => ({
  ...unknownFields('not-offered'),
  ...read,
});

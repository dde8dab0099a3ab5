import { known, unknown, type Fact, type Source } from '../core/fact.ts';
import { FIELDS, type Category, type FieldName, type Stage } from '../core/fields.ts';
import { findAll, inputText, isVisible, oneLine, textOf } from './dom.ts';
import { decimalFact, mapFact, textFact, type SomeFields } from './form-facts.ts';
import { parseAmount } from './parse-amount.ts';
import { parseDate, type DateOrder } from './parse-date.ts';

/** How a CRM writes its values. */
export interface ValueFormat {
  readonly source: Source;
  /** A BCP 47 locale. */
  readonly locale?: string | undefined;
  readonly order?: DateOrder | undefined;
  /** The deal's currency, where it is known. */
  readonly currency?: string | undefined;
  /** The CRM's stages: then no other one is taken for a stage. */
  readonly stages?: readonly Stage[] | undefined;
  /** Forecast categories by their labels in lower case. */
  readonly categories?: Readonly<Record<string, Category>> | undefined;
}

/** What stands in an element, whatever it is: an input's text, a select's choice, or the text that is shown. */
export function shownText(element: HTMLElement): { readonly text: string; readonly bad: boolean } {
  const name = element.localName;
  if (name === 'input' || name === 'textarea') return inputText(element as HTMLInputElement);
  if (name === 'select') {
    const { selectedOptions } = element as HTMLSelectElement;
    return { text: oneLine(selectedOptions[0]?.text ?? ''), bad: false };
  }
  return { text: textOf(element), bad: false };
}

/** Reads one field from its element, as text, number, money, date or choice. Never guesses: see `parseAmount`, `parseDate`. */
export function readField(
  field: FieldName,
  element: HTMLElement,
  format: ValueFormat,
): Fact<unknown> {
  const { text, bad } = shownText(element);
  if (bad) return unknown('not-readable');
  if (text === '') return { is: 'empty', source: format.source };
  switch (FIELDS[field]) {
    case 'text':
      return textFact(text, format.source);
    case 'money':
      return moneyFact(element, text, format);
    case 'number':
      return numberFact(element, text, format);
    case 'date':
      return parseDate(text, format);
    case 'choice':
      return choiceFact(field, element, text, format);
  }
}

const isNumberInput = (element: HTMLElement): element is HTMLInputElement =>
  element.localName === 'input' && (element as HTMLInputElement).type === 'number';

function moneyFact(element: HTMLElement, text: string, format: ValueFormat): Fact<unknown> {
  if (!isNumberInput(element)) return parseAmount(text, format);
  const { currency } = format;
  return mapFact(decimalFact(element, format.source), (amount) => ({
    amount,
    ...(currency === undefined ? {} : { currency }),
  }));
}

/** A plain number, or a percentage with its sign. */
function numberFact(element: HTMLElement, text: string, format: ValueFormat): Fact<unknown> {
  if (isNumberInput(element)) return mapFact(decimalFact(element, format.source), Number);
  const { source, locale } = format;
  const digits = text.replace(/\s?[%\uFF05\u066A]$/, '');
  const read = parseAmount(digits, { source, locale });
  if (read.is !== 'value') return read.is === 'unknown' ? unknown(read.reason, text) : read;
  const { amount, currency, margin } = read.value;
  if (currency !== undefined || margin !== undefined) return unknown('not-readable', text);
  return known(Number(amount), source);
}

function choiceFact(
  field: FieldName,
  element: HTMLElement,
  text: string,
  { source, stages, categories }: ValueFormat,
): Fact<unknown> {
  if (field === 'forecastCategory') {
    const category = categories?.[text.toLowerCase()];
    return category === undefined ? unknown('not-readable', text) : known(category, source);
  }
  if (field !== 'stage') return unknown('not-readable', text);
  const value = element.localName === 'select' ? (element as HTMLSelectElement).value : undefined;
  const stage = stageIn(stages, value, text);
  return stage ? known(stage, source) : unknown('not-readable', text);
}

/** The one stage of that id, or else of that label; undefined for none, and for a label that two pipelines share. */
function stageIn(
  stages: readonly Stage[] | undefined,
  id: string | undefined,
  label: string,
): Stage | undefined {
  if (!stages) return { id: label, label, state: 'open' };
  const byId = id === undefined ? undefined : stages.find((stage) => stage.id === id);
  const called = stages.filter((stage) => stage.label.toLowerCase() === label.toLowerCase());
  return byId ?? (called.length === 1 ? called[0] : undefined);
}

/**
 * Reads fields by their selectors inside one pane: of each, the first visible element of the first selector that finds
 * one. A field that nothing was found for is left out.
 */
export function readFields(
  pane: ParentNode,
  selectors: Readonly<Partial<Record<FieldName, readonly string[] | undefined>>>,
  format: ValueFormat,
): SomeFields {
  const facts: Partial<Record<FieldName, Fact<unknown>>> = {};
  for (const field of Object.keys(selectors) as FieldName[]) {
    const element = findField(pane, selectors[field]);
    if (element) facts[field] = readField(field, element, format);
  }
  return facts as SomeFields;
}

/** The first visible element of the first selector that finds one. */
export function findField(
  pane: ParentNode,
  selectors: readonly string[] | undefined,
): HTMLElement | undefined {
  for (const selector of selectors ?? []) {
    const found = findAll(pane, [selector]).find(isVisible);
    if (found) return found;
  }
  return undefined;
}

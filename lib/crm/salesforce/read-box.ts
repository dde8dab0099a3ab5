import { empty, known, unknown, type Fact, type Source } from '../../core/fact.ts';
import type { Stage } from '../../core/fields.ts';
import { inputText, oneLine } from '../dom.ts';
import { decimalFact, mapFact, textFact } from '../form-facts.ts';
import { findAllIn, isShown, layersOf, shownTextOf } from './deep.ts';
import type { FieldBox } from './field-box.ts';
import type { PageFormat } from './page-format.ts';
import { LINKS, type PageField } from './selectors.ts';
import { amountOf, categoryFact, dateOf, numberOf, stageOf, stampOf } from './values.ts';

/** What helps to read a value. */
export interface Reader {
  readonly format: PageFormat;
  /** The deal's currency, where it is known. */
  readonly currency: string | undefined;
  readonly savedStage: Fact<Stage> | undefined;
  /** How the path's current step is called, and whether it ends the deal. */
  readonly step: { readonly label: string; readonly state: Stage['state'] | undefined } | undefined;
}

/** Reads a field where it stands: what is typed from its input, what is shown from its output. */
export function readBox(field: PageField, box: FieldBox, reader: Reader): Fact<unknown> {
  if (box.input) return typedFact(field, box.input, reader);
  return box.output ? shownFact(field, box.output, reader) : unknown('not-readable');
}

/** Reads the text of a field as it is shown. */
export function readText(
  field: PageField,
  text: string,
  source: Source,
  { format, currency, savedStage, step }: Reader,
): Fact<unknown> {
  switch (field) {
    case 'amount':
      return amountOf(text, source, format, currency);
    case 'probability':
    case 'pushes':
      return numberOf(text, source, format);
    case 'closeDate':
    case 'stageEntered':
    case 'created':
    case 'modified':
      return dateOf(text, source, format);
    case 'stage':
      return stageOf(text, source, savedStage, step?.label === text ? step.state : undefined);
    case 'forecastCategory':
      return categoryFact(text, source);
    case 'name':
    case 'account':
    case 'owner':
    case 'nextStep':
    case 'pipeline':
      return textFact(text, source);
  }
}

function shownFact(field: PageField, output: HTMLElement, reader: Reader): Fact<unknown> {
  const text = shownTextOf(output);
  if (field === 'account' || field === 'owner') return textFact(linkIn(output) ?? text, 'page');
  if (field === 'created' || field === 'modified')
    return stampOf(text, linkIn(output) ?? '', 'page', reader.format);
  return readText(field, text, 'page', reader);
}

/** The name of the record that a field points at. */
function linkIn(output: HTMLElement): string | undefined {
  const layers = layersOf(output);
  for (const selector of LINKS) {
    const link = findAllIn(layers, [selector]).find(isShown);
    const text = link && shownTextOf(link);
    if (text) return text;
  }
  return undefined;
}

function typedFact(field: PageField, input: HTMLElement, reader: Reader): Fact<unknown> {
  if (isNumberInput(input)) {
    const decimal = decimalFact(input, 'typed');
    const { currency } = reader;
    if (field !== 'amount') return mapFact(decimal, Number);
    return mapFact(decimal, (amount) => ({ amount, ...(currency ? { currency } : {}) }));
  }
  const { text, bad } = textIn(input);
  if (bad) return unknown('not-readable');
  if (field === 'account' || field === 'owner') return chosenFact(input, text);
  return text === '' ? empty('typed') : readText(field, text, 'typed', reader);
}

const isNumberInput = (input: HTMLElement): input is HTMLInputElement =>
  input.localName === 'input' && (input as HTMLInputElement).type === 'number';

/** What stands in an input. A combo box shows "--None--" or an invitation while nothing is chosen. */
function textIn(input: HTMLElement): { readonly text: string; readonly bad: boolean } {
  if (input.localName === 'select') {
    const [option] = (input as HTMLSelectElement).selectedOptions;
    return { text: withoutNone(oneLine(option?.text ?? '')), bad: false };
  }
  if (input.localName === 'button') {
    return { text: withoutNone(oneLine(input.dataset.value ?? '')), bad: false };
  }
  return inputText(input as HTMLInputElement);
}

const withoutNone = (text: string): string => (/^--.*--$/.test(text) ? '' : text);

/** A record is chosen once its input cannot be typed in any more; before that its text is a search. */
function chosenFact(input: HTMLElement, text: string): Fact<string> {
  const { readOnly } = input as HTMLInputElement;
  const isChosen = readOnly || input.classList.contains('slds-combobox__input-value');
  return isChosen && text !== ''
    ? known(text, 'typed')
    : unknown('not-readable', text || undefined);
}

import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import { unknown, valueOf, type Fact } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';
import type { PageReading, ReadHelp } from '../adapter.ts';
import { tellTyped, type SomeFields } from '../form-facts.ts';
import { shownTextOf } from './deep.ts';
import { fieldBox } from './field-box.ts';
import { currentStep, highlightOf, locateField } from './locate.ts';
import { formatOf, type PageFormat } from './page-format.ts';
import { placeOf, shownName, type Place } from './place.ts';
import { readBox, readText, type Reader } from './read-box.ts';
import { API_FIELDS, CURRENCY_FIELD, type PageField } from './selectors.ts';
import { urlOf } from './url.ts';
import { amountOf, codeIn } from './values.ts';

/** Reads the deal from the page in front, or from the edit form over it. */
export function read(
  root: Document,
  ref: DealRef,
  { saved }: ReadHelp = {},
): PageReading | undefined {
  const own = saved?.ref.id === ref.id ? saved : undefined;
  const place = placeOf(root, ref.id, own);
  if (!place) return undefined;
  const found = readPlace(root, place, own);
  if (Object.keys(found).length === 0) return undefined;
  const isForm = Object.values(found).some(({ isTyped }) => isTyped);
  const facts = Object.fromEntries(
    Object.entries(found).map(([field, { fact }]) => [field, fact]),
  ) as SomeFields;
  const fields = isForm ? { ...facts, ...tellTyped(typedOf(found), own) } : facts;
  return {
    ref,
    url: urlOf(root.URL, ref.id),
    fields: { ...unknownFields('not-on-page'), nextStepDate: unknown('not-offered'), ...fields },
    custom: {},
    state: isForm ? 'form' : 'shown',
  };
}

interface Found {
  readonly fact: Fact<unknown>;
  /** It was read from an input. */
  readonly isTyped: boolean;
}
type AllFound = Readonly<Partial<Record<FieldName, Found>>>;

const typedOf = (found: AllFound): SomeFields =>
  Object.fromEntries(
    Object.entries(found)
      .filter(([, { isTyped }]) => isTyped)
      .map(([field, { fact }]) => [field, fact]),
  );

function readPlace(root: Document, place: Place, saved: Reading | undefined): AllFound {
  const format = formatOf(root, place, saved);
  const reader: Reader = {
    format,
    currency: currencyOf(place, saved, format),
    savedStage: saved?.fields.stage,
    step: currentStep(place),
  };
  const found: Partial<Record<FieldName, Found>> = {};
  for (const field of Object.keys(API_FIELDS) as PageField[]) {
    const one = readField(place, field, reader);
    if (one) found[field] = one;
  }
  return found;
}

function readField(place: Place, field: PageField, reader: Reader): Found | undefined {
  const located = locateField(place, field);
  if (!located) return undefined;
  if ('box' in located)
    return { fact: readBox(field, located.box, reader), isTyped: located.box.input !== undefined };
  const text = field === 'name' ? (shownName(place) ?? '') : located.text;
  return { fact: readText(field, text, 'page', reader), isTyped: false };
}

/** The deal's currency: as its own field says, as it is saved, or as another place on the page shows it. */
function currencyOf(
  place: Place,
  saved: Reading | undefined,
  format: PageFormat,
): string | undefined {
  const box = fieldBox(place, CURRENCY_FIELD);
  const chosen = codeIn(box?.input?.dataset.value ?? '');
  const own = saved && valueOf(saved.fields.amount)?.currency;
  const shown = codeIn(outputText(place, CURRENCY_FIELD) ?? '');
  return chosen ?? own ?? shown ?? currencyShown(place, format);
}

function currencyShown(place: Place, format: PageFormat): string | undefined {
  for (const at of [place, place.behind]) {
    const text = at && (highlightOf(at, 'amount')?.text ?? outputText(at, 'Amount'));
    const fact = text ? amountOf(text, 'page', format, undefined) : undefined;
    if (fact?.is === 'value' && fact.value.currency !== undefined) return fact.value.currency;
  }
  return undefined;
}

function outputText(place: Place, api: string): string | undefined {
  const output = fieldBox(place, api)?.output;
  return output && shownTextOf(output);
}

import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import { empty, known as fact, unknown, type Fact } from '../../core/fact.ts';
import type { FieldName, FieldValues, Stage } from '../../core/fields.ts';
import type { PageReading, ReadHelp } from '../adapter.ts';
import { findAll, findFirst, inputText, oneLine, textOf } from '../dom.ts';
import { tellTyped, textFact, type SomeFields } from '../form-facts.ts';
import { parseDate } from '../parse-date.ts';
import { stageIn } from './api.ts';
import { amountIn, numberIn, shownAmount, shownDate } from './format.ts';
import { known, type Known } from './known.ts';
import { NOT_OFFERED } from './offered.ts';
import { editorIn, paneOf, placeOf, SHOWN_FIELDS, showsDeal, type ShownField } from './page.ts';
import { CHOSEN, CONTACT_LINKS, CURRENCY_EDITOR, NONE } from './selectors.ts';
import { DELIVERED_STAGES } from './stages.ts';
import { urlOf } from './url.ts';

/** Reads the deal's page: its form, its read view, or one field in edit among others that are shown. */
export function read(
  root: Document,
  ref: DealRef,
  { saved }: ReadHelp = {},
): PageReading | undefined {
  const pane = paneOf(root);
  if (!pane || !saved || !showsDeal(root, pane, ref, saved)) return undefined;
  const world = { saved, ...known(root.defaultView) };
  const shown: Partial<Record<FieldName, Fact<unknown>>> = {};
  const typed: Partial<Record<FieldName, Fact<unknown>>> = {};
  for (const field of SHOWN_FIELDS) {
    const place = placeOf(pane, field);
    if (!place) continue;
    const editor = editorIn(place, field);
    if (editor) typed[field] = typedFact(field, place, editor, world);
    else shown[field] = shownFact(field, place, world);
  }
  return {
    ref,
    url: urlOf(root.URL, ref),
    fields: {
      ...unknownFields('not-on-page'),
      ...NOT_OFFERED,
      ...(shown as SomeFields),
      ...tellTyped(typed as SomeFields, saved),
    },
    custom: {},
    state: Object.keys(typed).length > 0 ? 'form' : 'shown',
  };
}

interface World extends Known {
  readonly saved: Reading;
}

const savedOf = <F extends ShownField>({ saved }: World, field: F): Fact<FieldValues[F]> =>
  saved.fields[field];

/**
 * A field of the read view. What stands there is saved: where it is written in a way that nobody can read here, the saved
 * value is taken for it, and "None" is empty in every language.
 */
function shownFact(field: ShownField, place: HTMLElement, world: World): Fact<unknown> {
  if (field === 'contacts') return fact(findAll(place, CONTACT_LINKS).length, 'page');
  const text = textOf(place);
  if (findFirst(place, NONE) || text === '') return empty('page');
  const read = shownText(field, text, world);
  const saved = world.saved.fields[field];
  const lost = read.is === 'unknown' && read.reason === 'not-readable';
  return lost && saved.is === 'value' ? saved : read;
}

function shownText(
  field: Exclude<ShownField, 'contacts'>,
  text: string,
  world: World,
): Fact<unknown> {
  switch (field) {
    case 'amount':
      return shownAmount(text, world.format, savedOf(world, 'amount'));
    case 'closeDate':
      return shownDate(text, world.format, savedOf(world, 'closeDate'));
    case 'probability':
      return numberIn(text, 'page', world.format);
    case 'stage':
      return stageCalled(text, world);
    case 'name':
    case 'account':
    case 'owner':
      return fact(text, 'page');
  }
}

/** The one stage of that name, in the user's language or by its value. */
function stageCalled(text: string, { stages = DELIVERED_STAGES }: World): Fact<Stage> {
  const called = stages.filter(({ id, label }) => label === text || id === text);
  const found = called.length === 1 ? stageIn(stages, called[0]?.id) : undefined;
  return found ? fact(found, 'page') : unknown('not-readable', text);
}

/** A field in edit. A half-typed value is one that cannot be read. */
function typedFact(
  field: ShownField,
  place: HTMLElement,
  editor: HTMLElement,
  world: World,
): Fact<unknown> {
  if (field === 'stage') return chosenStage(editor as HTMLSelectElement, world);
  if (field === 'contacts') return fact(findAll(editor, CHOSEN).length, 'typed');
  const { text } = inputText(editor as HTMLInputElement);
  if (text === '') return empty('typed');
  switch (field) {
    case 'amount':
      return amountIn(text, 'typed', world.format, currencyIn(place, world));
    case 'closeDate':
      return parseDate(text, { source: 'typed', order: world.format?.order });
    case 'probability':
      return numberIn(text, 'typed', world.format);
    case 'name':
    case 'account':
    case 'owner':
      return textFact(text, 'typed');
  }
}

/** The currency beside the amount; where EspoCRM has one currency alone, there is none to choose. */
function currencyIn(place: HTMLElement, world: World): string | undefined {
  const select = findFirst(place, CURRENCY_EDITOR) as HTMLSelectElement | undefined;
  if (select) return select.value === '' ? undefined : select.value;
  const amount = savedOf(world, 'amount');
  return amount.is === 'value' ? amount.value.currency : undefined;
}

/** The chosen stage by its value; its name as the select writes it. */
function chosenStage(select: HTMLSelectElement, world: World): Fact<Stage> {
  if (select.value === '') return empty('typed');
  const label = oneLine(select.selectedOptions[0]?.text ?? '') || select.value;
  const found = stageIn(world.stages ?? DELIVERED_STAGES, select.value);
  if (found) return fact({ ...found, label }, 'typed');
  const saved = savedOf(world, 'stage');
  return saved.is === 'value' && saved.value.id === select.value
    ? saved
    : unknown('not-readable', label);
}

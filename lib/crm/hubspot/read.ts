import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import { known, unknown, type Fact, type Source } from '../../core/fact.ts';
import type { Category, FieldName, Stage } from '../../core/fields.ts';
import type { PageReading, ReadHelp } from '../adapter.ts';
import { textOf } from '../dom.ts';
import { tellTyped, type SomeFields } from '../form-facts.ts';
import { readBeside } from '../read-beside.ts';
import { shownText } from '../read-field.ts';
import { NOT_OFFERED } from './api.ts';
import { findOwn, findPlace, type Place } from './find.ts';
import { FIELD_SELECTORS, TITLE } from './selectors.ts';
import { knownStages, plainStage } from './stages.ts';
import { match, urlOf } from './url.ts';

/** HubSpot's own categories as it calls them in English; a page in another language says others. */
const CATEGORIES: Readonly<Record<string, Category>> = {
  'not forecasted': 'omitted',
  pipeline: 'pipeline',
  'best case': 'best-case',
  commit: 'commit',
  'closed won': 'won',
};

/**
 * Reads the record in the page: highlights, and the properties whose editors are open. The record says nowhere which one it
 * is, and the address changes before it does: so nothing is read without `saved`, and nothing unless the address
 * is this deal's and the record shows that it is this deal, too.
 */
export function read(
  root: Document,
  ref: DealRef,
  { saved }: ReadHelp = {},
): PageReading | undefined {
  if (saved?.ref.id !== ref.id || saved.ref.org !== ref.org || !isAt(root, ref)) return undefined;
  const places = placesIn(root);
  const facts = readPlaces(root, places, ref, saved);
  if (!isThisDeal(root, places, facts, saved)) return undefined;
  const isForm = [...places.values()].some(({ state }) => state === 'form');
  return {
    ref,
    url: urlOf(root.URL, ref),
    fields: { ...unknownFields('not-on-page'), ...NOT_OFFERED, ...facts },
    custom: {},
    state: isForm ? 'form' : 'shown',
  };
}

function isAt(root: Document, ref: DealRef): boolean {
  const page = match(new URL(root.URL));
  return page?.kind === 'deal' && page.ref.id === ref.id && page.ref.org === ref.org;
}

function placesIn(root: Document): Map<FieldName, Place> {
  const fields = Object.keys(FIELD_SELECTORS) as FieldName[];
  return new Map(
    fields.flatMap((field) => {
      const place = findPlace(root, field);
      return place ? [[field, place] as const] : [];
    }),
  );
}

/**
 * The evidence that the record is this deal: the name above it; or, while there is none because the name is being edited, the
 * name in its editor, or an amount or a close date that is the saved one.
 */
function isThisDeal(
  root: Document,
  places: ReadonlyMap<FieldName, Place>,
  facts: SomeFields,
  saved: Reading,
): boolean {
  const { name } = saved.fields;
  if (name.is !== 'value') return false;
  const title = findOwn(root, TITLE);
  if (title) return textOf(title) === name.value;
  if (!places.has('name')) return false;
  return (['name', 'amount', 'closeDate'] as const).some((field) => {
    const [fact, kept] = [facts[field], saved.fields[field]];
    return fact?.is === 'value' && tellTyped({ [field]: fact }, saved)[field] === kept;
  });
}

function readPlaces(
  root: Document,
  places: ReadonlyMap<FieldName, Place>,
  { org }: DealRef,
  saved: Reading,
): SomeFields {
  const stages = knownStages(root.defaultView, org)
    ?.filter(({ pipeline }) => isPipeline(saved, pipeline?.label))
    .map(plainStage);
  const money = saved.fields.amount;
  const currency = money.is === 'value' ? money.value.currency : undefined;
  const typed: Partial<Record<FieldName, Fact<unknown>>> = {};
  const shown: Partial<Record<FieldName, Fact<unknown>>> = {};
  for (const [field, { element, state }] of places) {
    const format = { source: sourceOf(state), currency, categories: CATEGORIES };
    (state === 'form' ? typed : shown)[field] =
      nothingIn(element, state) ??
      (field === 'stage'
        ? stageFact(element, state, stages, saved)
        : readBeside(field, element, format, saved.fields[field]));
  }
  return { ...(shown as SomeFields), ...tellTyped(typed as SomeFields, saved) };
}

/** A highlight without a value shows two dashes. */
const nothingIn = (element: HTMLElement, state: Place['state']): Fact<never> | undefined =>
  state === 'shown' && textOf(element) === '--' ? { is: 'empty', source: 'page' } : undefined;

const sourceOf = (state: Place['state']): Source => (state === 'form' ? 'typed' : 'page');

/** The deal's own pipeline: two of them may have stages of the same name. */
function isPipeline({ fields }: Reading, label: string | undefined): boolean {
  return fields.pipeline.is !== 'value' || fields.pipeline.value === label;
}

/** The stage by its label; a highlight may have the property's own label before it. Without the list, the saved one alone is known. */
function stageFact(
  element: HTMLElement,
  state: Place['state'],
  stages: readonly Stage[] | undefined,
  saved: Reading,
): Fact<Stage> {
  const { text } = shownText(element);
  const own = saved.fields.stage;
  const all = stages ?? (own.is === 'value' ? [own.value] : []);
  const called = all.filter(({ label }) =>
    state === 'form' ? text === label : label !== '' && text.endsWith(label),
  );
  const longest = Math.max(0, ...called.map(({ label }) => label.length));
  const [stage, ...others] = called.filter(({ label }) => label.length === longest);
  return stage && others.length === 0
    ? known(stage, sourceOf(state))
    : unknown('not-readable', text);
}

import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import { empty, known, unknown, valueOf, type Fact } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';
import type { Money } from '../../core/money.ts';
import type { CrmStage, PageReading, ReadHelp } from '../adapter.ts';
import { findFirst, inputText, textOf } from '../dom.ts';
import { tellTyped, type SomeFields } from '../form-facts.ts';
import { readBeside } from '../read-beside.ts';
import { NOT_OFFERED } from './offered.ts';
import { CELL_FIELDS, cellOf, isOpen, openInput, type CellField } from './page.ts';
import { COMPANY_LINK } from './selectors.ts';
import { knownStages } from './stages.ts';
import { urlOf } from './url.ts';

/**
 * Reads the deal's cells, each of which is saved by itself: one at most is open. The labels carry the record's id, so that
 * another deal's cells are never taken for this one's. The deal's name stands in the page without a mark of its own.
 */
export function read(
  root: Document,
  ref: DealRef,
  { saved }: ReadHelp = {},
): PageReading | undefined {
  const kept = saved?.ref.id === ref.id ? saved : undefined;
  const shown: Partial<Record<FieldName, Fact<unknown>>> = {};
  const typed: Partial<Record<FieldName, Fact<unknown>>> = {};
  let found = false;
  for (const field of CELL_FIELDS) {
    const cell = cellOf(root, ref.id, field);
    if (!cell) continue;
    found = true;
    if (isOpen(cell) && TYPED.has(field)) typed[field] = typedFact(root, field, kept);
    else shown[field] = shownFact(field, cell, kept, knownStages(root.defaultView));
  }
  if (!found) return undefined;
  return {
    ref,
    url: urlOf(root.URL, ref),
    fields: {
      ...unknownFields('not-on-page'),
      ...NOT_OFFERED,
      ...(shown as SomeFields),
      ...tellTyped(typed as SomeFields, kept),
    },
    custom: {},
    state: Object.keys(typed).length > 0 ? 'form' : 'shown',
  };
}

/** Cells that take text. In the others a choice is made, and saved with it: until then the old one counts. */
const TYPED: ReadonlySet<CellField> = new Set(['amount', 'closeDate']);

const currencyOf = (saved: Reading | undefined): string | undefined =>
  saved && valueOf(saved.fields.amount)?.currency;

/**
 * A cell that is shown, which is saved. How it is written is the user's own choice ("in 3 days", "Leer"): what cannot be
 * read is then as it is saved.
 */
export function shownFact(
  field: CellField,
  cell: HTMLElement,
  saved: Reading | undefined,
  stages: readonly CrmStage[] | undefined,
): Fact<unknown> {
  const kept = saved?.fields[field] ?? unknown('not-on-page');
  const read = textOf(cell) === '' ? empty('page') : cellFact(field, cell, saved, stages);
  const lost = read.is === 'unknown' && read.reason === 'not-readable';
  return lost && kept.is !== 'unknown' ? kept : read;
}

function cellFact(
  field: CellField,
  cell: HTMLElement,
  saved: Reading | undefined,
  stages: readonly CrmStage[] | undefined,
): Fact<unknown> {
  const text = textOf(cell);
  const kept = saved?.fields[field] ?? unknown('not-on-page');
  if (field === 'account') {
    const link = findFirst(cell, COMPANY_LINK);
    return link ? known(textOf(link), 'page') : unknown('not-readable', text);
  }
  // An empty cell shows a word of the user's language, as a name would.
  if (field === 'owner') {
    const same = kept.is === 'value' && kept.value === text;
    return same ? known(text, 'page') : unknown('not-readable', text);
  }
  if (field === 'stage') {
    const called = stages?.filter(({ label }) => label === text) ?? [];
    const [stage] = called;
    if (!stage || called.length > 1) return unknown('not-readable', text);
    return known(stage, 'page');
  }
  const currency = currencyOf(saved);
  return readBeside(field, cell, { source: 'page', currency }, kept);
}

/** What stands in the editor of the open cell. */
function typedFact(root: Document, field: CellField, saved: Reading | undefined): Fact<unknown> {
  const input = openInput(root);
  if (!input) return unknown('not-readable');
  if (inputText(input).text === '') return empty('typed');
  const kept = saved?.fields[field] ?? unknown('not-on-page');
  const currency = currencyOf(saved);
  const read = readBeside(field, input, { source: 'typed', currency }, kept);
  return field === 'amount' ? withoutCurrency(read as Fact<Money>, saved) : read;
}

/** The editor shows the currency as a picture alone: another amount than the saved one may be of another currency too. */
function withoutCurrency(read: Fact<Money>, saved: Reading | undefined): Fact<Money> {
  const told = tellTyped({ amount: read }, saved).amount ?? read;
  if (told.is !== 'value' || told.source !== 'typed') return told;
  const { amount, margin } = told.value;
  return known({ amount, ...(margin === undefined ? {} : { margin }) }, 'typed');
}

import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import { unknown, type Fact } from '../../core/fact.ts';
import { compareDecimal } from '../../core/money.ts';
import type { PageReading, ReadHelp } from '../adapter.ts';
import { inputText, textOf } from '../dom.ts';
import { tellTyped, textFact, type SomeFields } from '../form-facts.ts';
import { readBeside } from '../read-beside.ts';
import { NOT_OFFERED } from './deal-facts.ts';
import { findRows, findTitle, type Place } from './find.ts';
import { toldIn, type RowField } from './labels.ts';
import { match, urlOf } from './url.ts';

/**
 * Reads the title and the rows of the deal in the page. Fields are saved one by one, so that at most one editor is open, and
 * only what stands in it is typed. The page says nowhere which deal it is, and the address changes before it does:
 * nothing is read without `saved`, and nothing unless the page shows that it is this deal.
 */
export function read(
  root: Document,
  ref: DealRef,
  { saved }: ReadHelp = {},
): PageReading | undefined {
  const title = findTitle(root);
  const page = match(new URL(root.URL));
  if (!title || saved?.ref.id !== ref.id) return undefined;
  if (page?.kind !== 'deal' || page.ref.id !== ref.id) return undefined;
  const rows = findRows(root);
  const typed = tellTyped(
    { name: textFact(inputText(title).text, 'typed'), ...readRows(root, rows, saved, 'form') },
    saved,
  );
  const shown = readRows(root, rows, saved, 'shown');
  const isRenamed = typed.name !== saved.fields.name;
  if (isRenamed && (root.activeElement !== title || !agrees(shown, saved))) return undefined;
  const isForm = isRenamed || [...rows.values()].some(({ state }) => state === 'form');
  return {
    ref,
    url: urlOf(root.URL, ref),
    fields: { ...unknownFields('not-on-page'), ...NOT_OFFERED, ...shown, ...typed },
    custom: {},
    state: isForm ? 'form' : 'shown',
  };
}

/**
 * Another name in the title is being typed, or another deal is shown. It is this one where somebody is in the title, which is
 * saved when it is left, and the close date or else the amount is the saved one. An amount of nothing says nothing.
 */
function agrees({ amount, closeDate }: SomeFields, { fields }: Reading): boolean {
  if (fields.name.is !== 'value') return false;
  if (closeDate?.is === 'value' && fields.closeDate.is === 'value')
    return closeDate.value === fields.closeDate.value;
  if (amount?.is !== 'value' || fields.amount.is !== 'value') return false;
  const { amount: shown } = amount.value;
  return (
    compareDecimal(shown, '0') !== 0 && compareDecimal(shown, fields.amount.value.amount) === 0
  );
}

function readRows(
  root: Document,
  rows: ReadonlyMap<RowField, Place>,
  saved: Reading,
  state: Place['state'],
): SomeFields {
  const { locale } = toldIn(root.defaultView);
  const money = saved.fields.amount;
  const currency = money.is === 'value' ? money.value.currency : undefined;
  const facts: Partial<Record<RowField, Fact<unknown>>> = {};
  for (const [field, place] of rows) {
    if (place.state !== state) continue;
    const source = state === 'form' ? 'typed' : 'page';
    facts[field] =
      state === 'shown'
        ? (nothingIn(place.element) ??
          readBeside(field, place.element, { source, locale, currency }, saved.fields[field]))
        : readBeside(field, place.element, { source, locale, currency }, saved.fields[field]);
  }
  return facts as SomeFields;
}

/** A row without a value holds a dash. One with nothing at all in it may still be on its way. */
function nothingIn(element: HTMLElement): Fact<never> | undefined {
  const text = textOf(element);
  if (text === '-' || text === '\u2013') return { is: 'empty', source: 'page' };
  return text === '' ? unknown('not-readable') : undefined;
}

import { unknownFields, type DealRef, type Fields, type Reading } from '../../core/deal.ts';
import { unknown, valueOf, type Fact } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';
import { compareDecimal } from '../../core/money.ts';
import type { PageReading, ReadHelp } from '../adapter.ts';
import { findAll, isVisible, oneLine } from '../dom.ts';
import { tellTyped, type SomeFields } from '../form-facts.ts';
import { findField, readFields, shownText, type ValueFormat } from '../read-field.ts';
import { NOT_OFFERED } from './offered.ts';
import { CLIENT_MARKS, COLUMNS, FIELD_SELECTORS, type PageField } from './selectors.ts';
import { isEditPage, urlOf } from './url.ts';

/**
 * Reads the page, where it is one that is known: the page names no record, so that what it shows must be what is saved. A
 * Canvas view, and any markup that is not known, carries no field for us: what is saved counts then. On an edit page
 * of that kind nobody can tell what is typed.
 */
export function read(
  root: Document,
  ref: DealRef,
  { saved }: ReadHelp = {},
): PageReading | undefined {
  if (saved?.ref.id !== ref.id || saved.ref.org !== ref.org) return undefined;
  if (!findAll(root, CLIENT_MARKS).some(isVisible)) return undefined;
  const state = hasField(root, 'form') ? 'form' : 'shown';
  if (!hasField(root, state))
    return isEditPage(root.URL) ? unreadable(root, ref) : blank(root, ref);
  const fields = readFields(root, selectorsOf(state), formatOf(state, saved));
  if (!isThisDeal(root, state, fields, saved)) return undefined;
  return reading(root, ref, state, tellTyped(fields, saved));
}

/** The selectors of all fields that stand in pages of this state. */
function selectorsOf(state: PageReading['state']): Partial<Record<FieldName, readonly string[]>> {
  return Object.fromEntries(
    (Object.keys(COLUMNS) as PageField[]).map((field) => [
      field,
      FIELD_SELECTORS[field]?.[state] ?? [],
    ]),
  );
}

const hasField = (root: Document, state: PageReading['state']): boolean =>
  findField(root, FIELD_SELECTORS.name?.[state]) !== undefined;

/** The page names neither the user's formats nor the stages: the saved stage is known by its label. */
function formatOf(state: PageReading['state'], saved: Reading): ValueFormat {
  const stage = valueOf(saved.fields.stage);
  return {
    source: state === 'form' ? 'typed' : 'page',
    currency: valueOf(saved.fields.amount)?.currency,
    stages: stage ? [stage] : [],
  };
}

/**
 * The name is the saved one. In the form it may be retyped: then the account and the amount must both be as they are
 * saved. Anything else is another deal, while the page is on its way.
 */
function isThisDeal(
  root: Document,
  state: PageReading['state'],
  fields: SomeFields,
  saved: Reading,
): boolean {
  const name = findField(root, FIELD_SELECTORS.name?.[state]);
  const savedName = valueOf(saved.fields.name);
  if (name && savedName !== undefined && shownText(name).text === oneLine(savedName)) return true;
  if (state === 'shown') return false;
  const [account, amount] = [textIn(fields.account), fields.amount && valueOf(fields.amount)];
  const [savedAccount, savedAmount] = [textIn(saved.fields.account), valueOf(saved.fields.amount)];
  return (
    account !== undefined &&
    account === savedAccount &&
    amount !== undefined &&
    savedAmount !== undefined &&
    compareDecimal(amount.amount, savedAmount.amount) === 0
  );
}

const textIn = (fact: Fact<string> | undefined): string | undefined =>
  fact && valueOf(fact) !== undefined ? oneLine(valueOf(fact) ?? '') : undefined;

const reading = (
  root: Document,
  ref: DealRef,
  state: PageReading['state'],
  fields: SomeFields,
): PageReading => ({
  ref,
  url: urlOf(root.URL, ref),
  fields: { ...unknownFields('not-on-page'), ...NOT_OFFERED, ...fields },
  custom: {},
  state,
});

const blank = (root: Document, ref: DealRef): PageReading => reading(root, ref, 'shown', {});

/** Saved values would stand where others are typed: none is given. */
function unreadable(root: Document, ref: DealRef): PageReading {
  const fields: Partial<Fields> = Object.fromEntries(
    Object.keys(COLUMNS).map((field) => [field, unknown('not-readable')]),
  );
  return reading(root, ref, 'form', fields);
}

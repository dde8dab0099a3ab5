import type { Fields, Reading } from './deal.ts';
import { unknown, type Fact } from './fact.ts';
import { FIELD_NAMES, type FieldName, type Stage } from './fields.ts';
import { bounds, compareDecimal, type Money } from './money.ts';

/**
 * The self-check: what a page's reader gives, beside what the CRM's API says. Behind a log-in nobody can watch the selectors age,
 * so that the reader must notice by itself when they are wrong.
 */

/** Where a field was read: as it is shown, or in a form. */
export type CheckedState = 'shown' | 'form';

/** What came of comparing one field. Of a field that cannot be compared nothing is said. */
export interface FieldCheck {
  readonly field: FieldName;
  readonly state: CheckedState;
  readonly result: 'agrees' | 'disagrees' | 'nothing-found';
  /** The selectors that were asked, as one text. */
  readonly selector?: string;
  /** What stood on the page, and what the API says, cut short: it is the deal's data. */
  readonly saw?: string;
  readonly saved?: string;
}

/** A page to be checked. */
export interface CheckedPage {
  readonly state: CheckedState;
  readonly fields: Fields;
}

/** Where a page's fields stand; as an adapter declares it. */
export type DeclaredSelectors = Readonly<
  Partial<
    Record<FieldName, { readonly shown?: readonly string[]; readonly form?: readonly string[] }>
  >
>;

/** The longest text of a deal that is kept for the health page, and the longest selector. */
export const SEEN_LIMIT = 80;
export const SELECTOR_LIMIT = 300;

/**
 * Compares a page with what is saved. In a form, and in a cell that stands open, a difference may be what somebody typed: there
 * only agreement counts, and that nothing was found. Without an API (`saved` undefined) only whether anything was found can be told.
 * A field counts as not found where the adapter declares where it stands and the API has a value for it.
 */
export function checkPage(
  page: CheckedPage,
  saved: Pick<Reading, 'fields'> | undefined,
  declared: DeclaredSelectors,
): readonly FieldCheck[] {
  return FIELD_NAMES.flatMap((field) => {
    const fact: Fact<unknown> = page.fields[field];
    const isTyped = fact.is !== 'unknown' && fact.source === 'typed';
    const state = isTyped ? 'form' : page.state;
    const selectors = declared[field]?.[state];
    const result = compare(fact, saved?.fields[field], state, selectors !== undefined);
    if (result === undefined) return [];
    const selector = selectors?.join(', ').slice(0, SELECTOR_LIMIT);
    return [{ field, state, ...(selector ? { selector } : {}), ...result }];
  });
}

type Outcome = Pick<FieldCheck, 'result' | 'saw' | 'saved'>;

function compare(
  page: Fact<unknown>,
  saved: Fact<unknown> | undefined,
  state: CheckedState,
  isDeclared: boolean,
): Outcome | undefined {
  if (page.is === 'unknown' && page.reason === 'not-on-page') {
    const isThere = saved === undefined || saved.is === 'value';
    return isDeclared && isThere ? withSaved({ result: 'nothing-found' }, saved) : undefined;
  }
  if (page.is === 'unknown' && page.reason !== 'not-readable') return undefined;
  if (saved === undefined) {
    return isDeclared && page.is !== 'unknown' ? { result: 'agrees' } : undefined;
  }
  if (saved.is === 'unknown') return undefined;
  if (page.is !== 'unknown' && isSameFact(page, saved)) return { result: 'agrees' };
  if (state === 'form' || isUncertain(page, saved)) return undefined;
  return withSaved({ result: 'disagrees', saw: textOf(page) }, saved);
}

const withSaved = (outcome: Outcome, saved: Fact<unknown> | undefined): Outcome =>
  saved && saved.is !== 'unknown' ? { ...outcome, saved: textOf(saved) } : outcome;

/** Nothing can be said of money whose currency only one side names and whose figures differ: it may stand in another one. */
function isUncertain(page: Fact<unknown>, saved: Fact<unknown>): boolean {
  if (page.is !== 'value' || saved.is !== 'value') return false;
  if (!isMoney(page.value) || !isMoney(saved.value)) return false;
  return (page.value.currency === undefined) !== (saved.value.currency === undefined);
}

function isSameFact(page: Fact<unknown>, saved: Fact<unknown>): boolean {
  if (page.is !== 'value' || saved.is !== 'value') return page.is === saved.is;
  const [a, b] = [page.value, saved.value];
  if (isMoney(a) && isMoney(b)) return isSameMoney(a, b);
  if (isStage(a) && isStage(b)) return a.id === b.id || fold(a.label) === fold(b.label);
  if (typeof a === 'string' && typeof b === 'string') return fold(a) === fold(b);
  return a === b;
}

/** Two amounts that can be the same: a rounded one stands for all that round to it. */
function isSameMoney(a: Money, b: Money): boolean {
  const isOther = a.currency !== undefined && b.currency !== undefined && a.currency !== b.currency;
  if (isOther) return false;
  const [left, right] = [bounds(a), bounds(b)];
  return compareDecimal(left.low, right.high) <= 0 && compareDecimal(right.low, left.high) <= 0;
}

/** Pages trim texts, and capitals are often their style alone. */
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value;
const isStage = (value: unknown): value is Stage =>
  typeof value === 'object' && value !== null && 'label' in value;

/** A fact as a short text, for the health page. */
function textOf(fact: Fact<unknown>): string {
  if (fact.is === 'unknown') return cut(fact.saw ?? '');
  if (fact.is === 'empty') return '';
  const { value } = fact;
  if (isMoney(value)) return cut([value.amount, value.currency].filter(Boolean).join(' '));
  return cut(isStage(value) ? value.label : String(value));
}

function cut(text: string): string {
  const letters = Array.from(text);
  return letters.length <= SEEN_LIMIT ? text : `${letters.slice(0, SEEN_LIMIT - 1).join('')}…`;
}

/**
 * Puts two looks at one opening of a deal together. A page fills itself bit by bit: a field that agreed once has agreed, and of
 * the others the later look counts.
 */
export function laterChecks(
  before: readonly FieldCheck[],
  after: readonly FieldCheck[],
): readonly FieldCheck[] {
  const agreed = before.filter(({ result }) => result === 'agrees');
  const isSettled = ({ field, state }: FieldCheck): boolean =>
    agreed.some((each) => each.field === field && each.state === state);
  return [...agreed, ...after.filter((check) => !isSettled(check))];
}

/** What a page's reading is worth once its mistrusted fields are taken out of it. */
export interface Mistrust {
  readonly fields: ReadonlySet<FieldName>;
  /** Something was typed that may stand in one of these fields. */
  readonly touched: boolean;
}

/**
 * Takes what is not trusted out of a page's reading. As the page shows it, what is saved stands in its place. What is typed
 * becomes unknown: the saved value would hide it. A field that a form does not show is as saved, until something is typed.
 */
export function withoutMistrusted<T extends CheckedPage>(
  page: T,
  saved: Pick<Reading, 'fields'> | undefined,
  mistrust: Mistrust,
): T {
  if (mistrust.fields.size === 0) return page;
  const fields: Partial<Record<FieldName, Fact<unknown>>> = { ...page.fields };
  for (const field of mistrust.fields) {
    const fact: Fact<unknown> = page.fields[field];
    const isTyped = fact.is !== 'unknown' && fact.source === 'typed';
    const inForm = page.state === 'form' || isTyped;
    if (fact.is === 'unknown' && fact.reason === 'not-offered') continue;
    if (fact.is === 'unknown' && fact.reason === 'not-on-page') {
      if (inForm && mistrust.touched) fields[field] = unknown('not-trusted');
      continue;
    }
    const isSaved = saved !== undefined && saved.fields[field].is !== 'unknown';
    fields[field] = unknown(!inForm && isSaved ? 'not-on-page' : 'not-trusted');
  }
  return { ...page, fields: fields as Fields };
}

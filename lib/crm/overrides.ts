import { known, unknown, valueOf, type Fact } from '../core/fact.ts';
import type { Category, FieldName } from '../core/fields.ts';
import type { Fields, Reading } from '../core/deal.ts';
import type { Adapter, FieldSelectors, PageReading, PageState } from './adapter.ts';
import { findAll, isVisible } from './dom.ts';
import { tellTyped, type SomeFields } from './form-facts.ts';
import { readField, shownText, type ValueFormat } from './read-field.ts';

/**
 * An admin's selectors in the place of an adapter's own: data, so that a CRM that moved a field needs no new release. What they
 * find is read as text, number, date or money by the rules for all pages; an adapter's own ways with a field do not apply to it.
 */

/** Elements that a user types or chooses in: what stands there may not be saved. */
const TYPED_IN: ReadonlySet<string> = new Set(['input', 'textarea', 'select']);

/** Forecast categories as they are called where nobody translated them. */
const CATEGORIES: Readonly<Record<string, Category>> = {
  omitted: 'omitted',
  pipeline: 'pipeline',
  'best case': 'best-case',
  forecast: 'forecast',
  commit: 'commit',
};

const made = new WeakMap<Adapter, WeakMap<FieldSelectors, Adapter>>();

/** The adapter with these selectors in the place of its own; the same one for the same selectors. */
export function withOverrides(adapter: Adapter, overrides: FieldSelectors | undefined): Adapter {
  if (!overrides || Object.keys(overrides).length === 0) return adapter;
  const known = made.get(adapter) ?? new WeakMap<FieldSelectors, Adapter>();
  made.set(adapter, known);
  const before = known.get(overrides);
  if (before) return before;
  const after: Adapter = {
    ...adapter,
    selectors: together(adapter.selectors, overrides),
    read: (root, ref, help) => {
      const page = adapter.read(root, ref, help);
      return page && overridden(root, page, overrides, help?.saved);
    },
    fieldElement: (root, field) => {
      const { form = [], shown = [] } = overrides[field] ?? {};
      return findVisible(root, [...form, ...shown])[0] ?? adapter.fieldElement(root, field);
    },
  };
  known.set(overrides, after);
  return after;
}

function together(own: FieldSelectors, overrides: FieldSelectors): FieldSelectors {
  const all: Partial<Record<FieldName, FieldSelectors[FieldName]>> = { ...own };
  for (const field of Object.keys(overrides) as FieldName[])
    all[field] = { ...own[field], ...overrides[field] };
  return all as FieldSelectors;
}

function overridden(
  root: Document,
  page: PageReading,
  overrides: FieldSelectors,
  saved: Reading | undefined,
): PageReading {
  const read: Partial<Record<FieldName, Fact<unknown>>> = {};
  for (const field of Object.keys(overrides) as FieldName[]) {
    const selectors = overrides[field]?.[page.state];
    if (selectors) read[field] = factOf(root, field, selectors, page.state, saved);
  }
  const fields = { ...page.fields, ...tellTyped(read as SomeFields, saved) } as Fields;
  return { ...page, fields };
}

function factOf(
  root: Document,
  field: FieldName,
  selectors: readonly string[],
  state: PageState,
  saved: Reading | undefined,
): Fact<unknown> {
  const [element, ...others] = findVisible(root, selectors);
  if (!element) return unknown('not-on-page');
  const { text } = shownText(element);
  // A related list may show the same field of other deals.
  if (others.some((other) => shownText(other).text !== text)) return unknown('ambiguous', text);
  const isTyped = state === 'form' || TYPED_IN.has(element.localName);
  const format: ValueFormat = {
    source: isTyped ? 'typed' : 'page',
    locale: root.documentElement.lang || undefined,
    currency: saved && valueOf(saved.fields.amount)?.currency,
    categories: CATEGORIES,
  };
  if (field === 'stage') return stageFact(element, format, saved);
  return readField(field, element, format);
}

/** A stage that is called as the saved one is that one; of another one the label is all that is known. */
function stageFact(
  element: HTMLElement,
  format: ValueFormat,
  saved: Reading | undefined,
): Fact<unknown> {
  const stage = saved && valueOf(saved.fields.stage);
  const { text } = shownText(element);
  if (text.toLowerCase() === stage?.label.toLowerCase()) return known(stage, format.source);
  return readField('stage', element, format);
}

/** The visible elements of the first selector that finds any. One that is no selector finds nothing. */
function findVisible(root: Document, selectors: readonly string[]): HTMLElement[] {
  for (const selector of selectors) {
    try {
      const found = findAll(root, [selector]).filter(isVisible);
      if (found.length > 0) return found;
    } catch {
      // Whoever wrote it sees on the health page that it finds nothing.
    }
  }
  return [];
}

import { empty, known, unknown, type Fact, type Source } from '../../core/fact.ts';
import type { Category, IsoDate, Stage } from '../../core/fields.ts';
import type { Money } from '../../core/money.ts';
import { parseAmount } from '../parse-amount.ts';
import { parseDate } from '../parse-date.ts';
import type { PageFormat } from './page-format.ts';

/** Values as Lightning writes them. */

/** Forecast categories by what the API calls them and by their English labels, in lower case. Others say nothing. */
const CATEGORIES: Readonly<Record<string, Category>> = {
  omitted: 'omitted',
  pipeline: 'pipeline',
  bestcase: 'best-case',
  'best case': 'best-case',
  mostlikely: 'forecast',
  'most likely': 'forecast',
  forecast: 'commit',
  commit: 'commit',
  closed: 'won',
};

/** The category of that name. Salesforce's own name for "Commit" is "Forecast"; "Closed" are the deals that were won. */
export const categoryOf = (text: string): Category | undefined => CATEGORIES[text.toLowerCase()];

/** Stages that end a deal, by the names that Salesforce gives them. What an admin calls them, the API alone tells. */
export function stateOfLabel(label: string): Stage['state'] {
  const name = label.toLowerCase();
  return name === 'closed won' ? 'won' : name === 'closed lost' ? 'lost' : 'open';
}

/** "EUR 48.000,00 (USD 52.000,00)": an amount with what it comes to in the organisation's own currency behind it. */
const withoutConverted = (text: string): string =>
  text.replace(/^(.*\d[^()]*?)\s*\([^()]*\d[^()]*\)$/, '$1');

/** Lakhs: after the thousands every two digits. No other grouping looks so. */
const LAKHS = /(?:^|[^\d,])\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?:$|[^\d,])/;

/** An amount as it is shown or typed. `currency` is the deal's own, where it is known. */
export function amountOf(
  text: string,
  source: Source,
  format: PageFormat,
  currency: string | undefined,
): Fact<Money> {
  const line = withoutConverted(text);
  const read = (locale: string | undefined): Fact<Money> =>
    parseAmount(line, { source, locale, currency });
  if (format.locale !== undefined) {
    const own = read(format.locale);
    if (own.is !== 'unknown') return own;
  }
  const plain = read(undefined);
  if (plain.is !== 'unknown') return plain;
  if (LAKHS.test(line)) return read('hi');
  if (plain.reason !== 'ambiguous' || format.decimal === undefined) return plain;
  return read(format.decimal === '.' ? 'en' : 'nl');
}

/** A plain number or a percentage. */
export function numberOf(text: string, source: Source, format: PageFormat): Fact<number> {
  const digits = text.replace(/\s?[%\uFF05\u066A]$|^[%\uFF05\u066A]\s?/, '');
  const read = amountOf(digits, source, format, undefined);
  if (read.is === 'unknown') return unknown(read.reason, text);
  if (read.is === 'empty') return read;
  const { amount, currency, margin } = read.value;
  if (currency !== undefined || margin !== undefined) return unknown('not-readable', text);
  return known(Number(amount), source);
}

/** A day, with or without a time behind it. */
export function dateOf(text: string, source: Source, { order }: PageFormat): Fact<IsoDate> {
  if (text === '') return empty(source);
  const day = text.replace(/,? \d{1,2}[:.]\d{2}(?::\d{2})?(?: ?\p{L}[\p{L}.]*\.?){0,2}$/u, '');
  return parseDate(day, { source, order });
}

/** The day in "Jan Smit, 20/11/2026 09:15": what stands behind the person's name. */
export function stampOf(
  text: string,
  person: string,
  source: Source,
  format: PageFormat,
): Fact<IsoDate> {
  const rest = text.startsWith(person) ? text.slice(person.length) : text;
  const day = dateOf(rest.replace(/^[\s,]+/, ''), source, format);
  return day.is === 'empty' ? unknown('not-readable', text) : day;
}

/** A stage by its label: the saved one where it is that, so that its id and order are kept. */
export function stageOf(
  label: string,
  source: Source,
  saved: Fact<Stage> | undefined,
  state: Stage['state'] | undefined,
): Fact<Stage> {
  if (label === '') return empty(source);
  const own = saved?.is === 'value' && saved.value.label === label ? saved.value : undefined;
  return known(own ?? { id: label, label, state: state ?? stateOfLabel(label) }, source);
}

/** A forecast category by its label. */
export function categoryFact(label: string, source: Source): Fact<Category> {
  if (label === '') return empty(source);
  const category = categoryOf(label);
  return category === undefined ? unknown('not-readable', label) : known(category, source);
}

/** The currency's code, from "EUR - Euro". */
export const codeIn = (text: string): string | undefined => /^[A-Z]{3}\b/.exec(text)?.[0];

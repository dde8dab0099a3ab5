import { valueOf } from '../../core/fact.ts';
import type { Reading } from '../../core/deal.ts';
import { inputText, oneLine } from '../dom.ts';
import { orderOf, type DateOrder } from '../parse-date.ts';
import { findAllIn, isShown, shownTextOf } from './deep.ts';
import type { Place } from './place.ts';
import { ANY_FIELD } from './selectors.ts';

/** The key under which a reading from the API carries the user's locale. */
export const LOCALE = 'locale';

/** How the user's numbers and dates are written, as far as it is known. */
export interface PageFormat {
  /** The user's locale, as the API tells it, or as the page proves it. */
  readonly locale: string | undefined;
  readonly order: DateOrder | undefined;
  /** The decimal separator that other numbers on the page prove. */
  readonly decimal: '.' | ',' | undefined;
}

/** Values of the record whose form is the user's own. */
const FORMATTED = [
  'lightning-formatted-number',
  'lightning-formatted-date-time',
  'lightning-formatted-text',
  'records-highlights2 .fieldComponent',
  'records-modstamp',
  `${ANY_FIELD[0] ?? ''} [slot="outputField"]`,
  'input',
];
const MOST_TEXTS = 300;

/**
 * In Salesforce a user's language and locale are two settings, and the page's `lang` is the language: "en-US" may well write
 * "05/12/2026" for the fifth of December. So the API's locale counts; without it, what other values on the page prove; and
 * `lang` only for a language all of whose locales write dates alike.
 */
export function formatOf(root: Document, place: Place, saved: Reading | undefined): PageFormat {
  const locale = savedLocale(saved);
  if (locale !== undefined) return { locale, order: orderOf(locale), decimal: undefined };
  const layers = [...place.layers, ...(place.behind?.layers ?? [])];
  const values = findAllIn(layers, FORMATTED).slice(0, MOST_TEXTS).filter(isShown);
  const proven = agreed(values.map((value) => provenOrder(textAt(value))));
  return {
    // Only the United States put the month first with slashes.
    locale: proven === 'mdy' ? 'en-US' : undefined,
    order: proven ?? orderOfLanguage(root.documentElement.lang),
    decimal: agreed(values.filter(isFigure).map((value) => provenDecimal(textAt(value)))),
  };
}

/** "nl_NL" and "de_DE_EURO" as the browser writes them. */
function savedLocale(saved: Reading | undefined): string | undefined {
  const fact = saved?.custom[LOCALE];
  const value = fact && valueOf(fact);
  if (typeof value !== 'string') return undefined;
  const [language, region] = value
    .split(/[-_]/)
    .filter((part) => /^([a-z]{2,3}|[A-Z]{2})$/.test(part));
  const name = [language, region].filter(Boolean).join('-');
  try {
    return name === '' ? undefined : new Intl.Locale(name).toString();
  } catch {
    return undefined;
  }
}

const textAt = (element: HTMLElement): string =>
  element.localName === 'input'
    ? inputText(element as HTMLInputElement).text
    : shownTextOf(element);

/** What all that say anything say; undefined where two contradict each other. */
function agreed<T>(votes: readonly (T | undefined)[]): T | undefined {
  const said = new Set(votes.filter((vote) => vote !== undefined));
  return said.size === 1 ? [...said][0] : undefined;
}

const DATE = /(?:^|, )(\d{1,2})([./-]) ?(\d{1,2})\2 ?\d{4}(?:$|[ ,])/;

/** A day over 12 tells the order; so do dots and dashes, which nobody writes months first with. */
function provenOrder(text: string): DateOrder | undefined {
  const [, first, separator, second] = DATE.exec(text) ?? [];
  if (separator === undefined) return undefined;
  if (Number(second) > 12) return Number(first) > 12 ? undefined : 'mdy';
  return separator !== '/' || Number(first) > 12 ? 'dmy' : undefined;
}

/** Amounts and percentages: "1.5" in a text may be anything. */
const isFigure = (element: HTMLElement): boolean =>
  element.localName === 'lightning-formatted-number' ||
  /[%\p{Sc}]|\b[A-Z]{3}\b/u.test(textAt(element));

/** A number with an optional currency or percent sign around it, and nothing else. */
const NUMBER = /^(?:[^\d\s.,]{1,4} ?)?-?(\d[\d.,' \u2019]*\d)(?: ?[^\d\s.,]{1,4})?$/;

function provenDecimal(text: string): '.' | ',' | undefined {
  const digits = NUMBER.exec(oneLine(text))?.[1];
  if (digits === undefined) return undefined;
  const [, group, decimal] = /^\d{1,3}(?:([., '\u2019])\d{2,3})+([.,])\d+$/.exec(digits) ?? [];
  if (decimal !== undefined) return group === decimal ? undefined : (decimal as '.' | ',');
  const [, alone, rest] = /^\d+([.,])(\d+)$/.exec(digits) ?? [];
  if (alone !== undefined && rest?.length !== 3) return alone as '.' | ',';
  const [, repeated] = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/.exec(digits) ?? [];
  return repeated === undefined ? undefined : repeated === '.' ? ',' : '.';
}

function orderOfLanguage(lang: string): DateOrder | undefined {
  try {
    const { language, region } = new Intl.Locale(lang);
    return language === 'en' && (region === undefined || region === 'US')
      ? undefined
      : orderOf(lang);
  } catch {
    return undefined;
  }
}

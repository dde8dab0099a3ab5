import { empty, known, unknown, type Fact, type Source } from '../core/fact.ts';
import type { IsoDate } from '../core/fields.ts';
import { oneLine, plainDigits } from './dom.ts';
import { monthsNamed, withoutWeekday } from './month-names.ts';

/** The order in which day, month and year are written. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface DateOptions {
  readonly source: Source;
  /** A BCP 47 locale. "en" alone leaves the order open: America and Britain differ. */
  readonly locale?: string | undefined;
  /** The CRM's own order, where it is known; it comes before the locale's. */
  readonly order?: DateOrder | undefined;
}

/** Years outside of these are half-typed ("0202"), not dates of a deal. */
const YEARS = { first: 1900, last: 2199 };

/**
 * Reads a calendar date as a CRM shows it: ISO, numbers in the locale's order, or a month's name in English,
 * Dutch, German, French, Swedish, Hindi or Japanese. A date without a year, with two digits for it, or with numbers in an unknown
 * order is *ambiguous*; a date that does not exist and any other text are *not readable*.
 */
export function parseDate(text: string, options: DateOptions): Fact<IsoDate> {
  const line = plainDigits(oneLine(text));
  if (line === '') return empty(options.source);
  // "mar" is March, and a French Tuesday: a weekday is looked for last.
  const found =
    readNumbers(line, options) ??
    readJapanese(line) ??
    readWords(line) ??
    readWords(withoutWeekday(line));
  if (found === undefined) return unknown('not-readable', line);
  if (found === 'ambiguous') return unknown('ambiguous', line);
  const iso = toIso(found);
  return iso === undefined ? unknown('not-readable', line) : known(iso, options.source);
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
type Read = DateParts | 'ambiguous' | undefined;

function readNumbers(line: string, options: DateOptions): Read {
  const iso = /^(\d{4})[-/.] ?(\d{1,2})[-/.] ?(\d{1,2})\.?$/.exec(line);
  if (iso) return parts(iso[1], iso[2], iso[3]);
  const match = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{1,4})$/.exec(line);
  if (!match) return undefined;
  const [, first, , second, year = ''] = match;
  if (year.length === 2) return 'ambiguous';
  if (year.length !== 4) return undefined;
  const order = options.order ?? orderOf(options.locale);
  if (order === 'dmy') return parts(year, second, first);
  if (order === 'mdy') return parts(year, first, second);
  return inAnyOrder(parts(year, second, first), parts(year, first, second));
}

/** "2026年12月21日", with a weekday behind it or none. */
function readJapanese(line: string): Read {
  const match =
    /^(?:(\d{4})年 ?)?(\d{1,2})月 ?(\d{1,2})日 ?(?:[(（]?[月火水木金土日](?:曜日?)?[)）]?)?$/.exec(
      line,
    );
  if (!match) return undefined;
  return match[1] === undefined ? 'ambiguous' : parts(match[1], match[2], match[3]);
}

function inAnyOrder(dayFirst: DateParts, monthFirst: DateParts): Read {
  const [a, b] = [toIso(dayFirst), toIso(monthFirst)];
  if (a !== undefined && b !== undefined && a !== b) return 'ambiguous';
  return a === undefined ? monthFirst : dayFirst;
}

const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|e|\.)?`;
const MONTH = String.raw`([\p{L}\p{M}]+)[.॰]?`;
const DAY_FIRST = new RegExp(String.raw`^${DAY} ?(?:of |de )?${MONTH},?(?: (\d{4}))?$`, 'u');
const MONTH_FIRST = new RegExp(String.raw`^${MONTH} ${DAY},?(?: (\d{4}))?$`, 'u');

function readWords(line: string): Read {
  const dayFirst = DAY_FIRST.exec(line);
  const monthFirst = dayFirst ? null : MONTH_FIRST.exec(line);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (name === undefined) return undefined;
  const months = monthsNamed(name);
  if (months.length === 0) return undefined;
  if (months.length > 1 || year === undefined) return 'ambiguous';
  return parts(year, String(months[0]), day);
}

const parts = (
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): DateParts => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
});

function toIso({ year, month, day }: DateParts): IsoDate | undefined {
  if (!(year >= YEARS.first && year <= YEARS.last && month >= 1 && month <= 12)) return undefined;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (!(day >= 1 && day <= days)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The order of a locale's short date; undefined for none, an unknown one, and a language that has several. */
export function orderOf(locale: string | undefined): DateOrder | undefined {
  if (locale === undefined) return undefined;
  try {
    const name = new Intl.Locale(locale.replaceAll('_', '-'));
    if (name.language === 'en' && name.region === undefined) return undefined;
    const order = new Intl.DateTimeFormat(name.toString(), { calendar: 'gregory' })
      .formatToParts(0)
      .map(({ type }) => ({ day: 'd', month: 'm', year: 'y' })[type as string] ?? '')
      .join('');
    return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : undefined;
  } catch {
    return undefined;
  }
}

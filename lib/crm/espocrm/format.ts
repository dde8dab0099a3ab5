import { empty, known, unknown, type Fact, type Source } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import { addDecimal, compareDecimal, type Money } from '../../core/money.ts';
import { textIn, type Row } from '../answer-values.ts';
import { takeCurrency } from '../currency.ts';
import { oneLine } from '../dom.ts';
import { mapFact } from '../form-facts.ts';
import { parseAmount } from '../parse-amount.ts';
import { parseDate, type DateOrder } from '../parse-date.ts';

/** How this user's EspoCRM writes numbers and dates: they are settings of their own, and no language's. */
export interface EspoFormat {
  readonly order: DateOrder | undefined;
  readonly decimalMark: string;
  readonly thousandSeparator: string;
  /** Digits that are shown behind the decimal mark of an amount; undefined for as many as there are. */
  readonly decimals: number | undefined;
}

/** The user's preferences come before the system's settings, as in the client; an empty date format counts as none. */
export function formatOf(settings: Row, preferences: Row): EspoFormat {
  const text = (name: string): string | undefined =>
    textIn(preferences[name]) ?? textIn(settings[name]);
  const { currencyDecimalPlaces: decimals } = settings;
  const ownOrder = orderIn(textIn(preferences.dateFormat));
  return {
    order: ownOrder ?? orderIn(textIn(settings.dateFormat)),
    decimalMark: text('decimalMark') === ',' ? ',' : '.',
    thousandSeparator: (text('thousandSeparator') ?? '').replace(/\s/g, ' '),
    decimals: typeof decimals === 'number' ? decimals : undefined,
  };
}

/** "DD.MM.YYYY" and the like. */
function orderIn(dateFormat = ''): DateOrder | undefined {
  const order = [...new Set(dateFormat.toLowerCase().replace(/[^dmy]/g, ''))].join('');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : undefined;
}

/** A number in the user's format as a plain decimal; undefined for what does not fit it. Groups are threes. */
export function plainNumber(text: string, format: EspoFormat): string | undefined {
  const { decimalMark, thousandSeparator } = format;
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction, ...more] = text.slice(sign.length).split(decimalMark);
  const groups = thousandSeparator === '' ? [whole] : whole.split(thousandSeparator);
  const grouped = groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  const ok = groups.length === 1 ? /^\d+$/.test(whole) : grouped;
  if (!ok || more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction)))
    return undefined;
  const plain = `${groups.join('')}${fraction === undefined ? '' : `.${fraction}`}`;
  return addDecimal('0', /^[0.]+$/.test(plain) ? plain : `${sign}${plain}`);
}

/** An amount with its currency, as the user's settings write it; as any language may, where they are not known. */
export function amountIn(
  text: string,
  source: Source,
  format: EspoFormat | undefined,
  currency: string | undefined,
): Fact<Money> {
  const line = oneLine(text);
  if (!format || line === '') return parseAmount(line, { source, currency });
  const { code, rest } = takeCurrency(line, { currency });
  const amount = plainNumber(rest, format);
  if (amount === undefined) return unknown('not-readable', line);
  return known({ amount, ...(code === undefined ? {} : { currency: code }) }, source);
}

/**
 * An amount of the read view. It is rounded where the settings show fewer than two decimals. Where the settings are not
 * known, "1.234" has two readings, of which the saved one may be one.
 */
export function shownAmount(
  text: string,
  format: EspoFormat | undefined,
  saved: Fact<Money>,
): Fact<Money> {
  const kept = saved.is === 'value' ? saved.value : undefined;
  const read = amountIn(text, 'page', format, kept?.currency);
  if (read.is === 'unknown' && read.reason === 'ambiguous' && kept) {
    const readings = ['en', 'de'].map((locale) =>
      parseAmount(oneLine(text), { source: 'page', locale, currency: kept.currency }),
    );
    const same = (one: Fact<Money>): boolean =>
      one.is === 'value' && compareDecimal(one.value.amount, kept.amount) === 0;
    return readings.find(same) ?? read;
  }
  const margin = format?.decimals === 0 ? '0.5' : format?.decimals === 1 ? '0.05' : undefined;
  return margin === undefined ? read : mapFact(read, (money) => ({ ...money, margin }));
}

/** A whole number, such as a probability. */
export function numberIn(
  text: string,
  source: Source,
  format: EspoFormat | undefined,
): Fact<number> {
  const line = oneLine(text);
  if (line === '') return empty(source);
  const plain = /^\d{1,3}$/.test(line) || !format ? line : plainNumber(line, format);
  return plain !== undefined && /^-?\d+(\.\d+)?$/.test(plain)
    ? known(Number(plain), source)
    : unknown('not-readable', line);
}

/**
 * A date of the read view: this year's stand there without their year, and those around today as words. Such a date is
 * ambiguous, unless the saved one is of the same day and month. A word says nothing against the saved date.
 */
export function shownDate(
  text: string,
  format: EspoFormat | undefined,
  saved: Fact<IsoDate>,
): Fact<IsoDate> {
  const line = oneLine(text);
  const read = parseDate(line, { source: 'page', order: format?.order });
  if (read.is !== 'unknown') return read;
  if (saved.is !== 'value') return /\d/.test(line) ? read : unknown('ambiguous', line);
  if (!/\d/.test(line)) return saved;
  const year = saved.value.slice(0, 4);
  const readings = [
    parseDate(`${line}, ${year}`, { source: 'page' }),
    ...(['dmy', 'mdy'] as const).map((order) => parseDate(line, { source: 'page', order })),
  ];
  return readings.find((one) => one.is === 'value' && one.value === saved.value) ?? read;
}

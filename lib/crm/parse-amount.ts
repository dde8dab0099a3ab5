import { addDecimal, type Money } from '../core/money.ts';
import { empty, known, unknown, type Fact, type Source } from '../core/fact.ts';
import { takeCurrency, type CurrencyHints } from './currency.ts';
import { oneLine, plainDigits } from './dom.ts';
import { readDigits } from './read-digits.ts';

export interface AmountOptions extends CurrencyHints {
  readonly source: Source;
}

/**
 * Units behind a compact amount, in English, Dutch, German, French, Swedish, Hindi and Japanese, as powers of ten. A lone
 * "m" is a million: no CRM writes thousands so.
 */
const UNITS: ReadonlyMap<string, number> = new Map([
  ...['k', 'tsd'].map((unit) => [unit, 3] as const),
  ...['m', 'mn', 'mio', 'mln'].map((unit) => [unit, 6] as const),
  ...['b', 'bn', 'mrd', 'mld', 'md'].map((unit) => [unit, 9] as const),
  ...['t', 'tn', 'bln', 'bio', '兆'].map((unit) => [unit, 12] as const),
  ...['हज़ार', 'हज़ार'].map((unit) => [unit, 3] as const),
  ...['l', 'lac', 'lakh', 'लाख'].map((unit) => [unit, 5] as const),
  ...['cr', 'crore', 'क', 'करोड़', 'करोड़'].map((unit) => [unit, 7] as const),
  ['अ', 9],
  ['ख', 11],
  ['万', 4],
  ['億', 8],
]);

/**
 * The power of ten of a unit; undefined for no unit. A Swedish "tn" is a thousand, everybody else's a million millions; an
 * Indian "T" was a thousand in older browsers, so that nobody can tell.
 */
function exponentOf(unit: string, locale: string | undefined): number | undefined {
  if (unit === 'tn' && locale?.toLowerCase().startsWith('sv') === true) return 3;
  if (unit === 't' && locale?.toLowerCase().endsWith('-in') === true) return undefined;
  return UNITS.get(unit);
}

/**
 * Reads an amount as a CRM shows it: "48,000.00", "€ 1.234,50", "1,2 Mio. €", "$23.2K", "(1,200)".
 * A compact amount has a margin of half a unit of its last shown digit. With a locale, its separators and its
 * grouping are the only ones that count; without one, a text that has two readings ("1.234") is
 * *ambiguous*. The digits stay text all the way, so that no amount is rounded by a float: that, and its leave to
 * take "1.5" for 15 in German, is why NumberParser of @internationalized/number is not used here.
 */
export function parseAmount(text: string, options: AmountOptions): Fact<Money> {
  const line = plainDigits(oneLine(text)).replace(/[\u2212\u2010-\u2013\uFF0D]/g, '-');
  if (line === '') return empty(options.source);
  const { code, rest } = takeCurrency(line, options);
  const parts = splitNumber(rest, options.locale);
  if (!parts) return unknown('not-readable', line);
  const readings = readDigits(parts.digits, options.locale);
  const [reading] = readings;
  if (reading === undefined) return unknown('not-readable', line);
  if (readings.length > 1) return unknown('ambiguous', line);
  const shifted = shift(reading, parts.exponent);
  const amount = addDecimal(
    '0',
    parts.negative && !/^[0.]+$/.test(shifted) ? `-${shifted}` : shifted,
  );
  return known(
    {
      amount,
      ...(code === undefined ? {} : { currency: code }),
      ...(parts.exponent === 0 ? {} : { margin: marginOf(reading, parts.exponent) }),
    },
    options.source,
  );
}

interface NumberParts {
  readonly digits: string;
  readonly negative: boolean;
  /** The power of ten behind a compact number; 0 for one that is written out. */
  readonly exponent: number;
}

const SHAPE =
  /^(?<open>\()?\s*(?<before>[-+])?\s*(?<digits>\d[\d.,' \u2019]*?|[.,]\d+)\s*(?<unit>[\p{L}\p{M}]+[.॰]?)?\s*(?<close>\))?\s*(?<after>-)?$/u;

function splitNumber(text: string, locale: string | undefined): NumberParts | undefined {
  const groups = SHAPE.exec(text.trim())?.groups;
  if (!groups?.digits) return undefined;
  const bracketed = groups.open !== undefined;
  if (bracketed !== (groups.close !== undefined)) return undefined;
  const unit = groups.unit?.toLowerCase().replace(/[.॰]$/, '');
  const exponent = unit === undefined ? 0 : exponentOf(unit, locale);
  if (exponent === undefined) return undefined;
  const signs = [bracketed, groups.before === '-', groups.after === '-'].filter(Boolean);
  if (signs.length > 1) return undefined;
  return {
    digits: groups.digits.replaceAll('\u2019', "'").trim(),
    negative: signs.length === 1,
    exponent,
  };
}

/** Moves the decimal point to the right. */
function shift(decimal: string, by: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const padded = fraction.padEnd(by, '0');
  const digits = `${whole}${padded.slice(0, by)}`.replace(/^0+(?=\d)/, '');
  const rest = padded.slice(by);
  return rest === '' ? digits : `${digits}.${rest}`;
}

/** Half a unit of the last digit that is shown: "23.2" thousands gives "50". */
function marginOf(reading: string, exponent: number): string {
  const shown = reading.split('.')[1]?.length ?? 0;
  const power = exponent - shown;
  return power > 0 ? `5${'0'.repeat(power - 1)}` : `0.${'0'.repeat(-power)}5`;
}

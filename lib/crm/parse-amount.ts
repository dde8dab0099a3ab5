import { addDecimal, type Money } from '../core/money.ts';
import { empty, known, unknown, type Fact, type Source } from '../core/fact.ts';
import { takeCurrency, type CurrencyHints } from './currency.ts';
import { oneLine } from './dom.ts';

export interface AmountOptions extends CurrencyHints {
  readonly source: Source;
}

/**
 * Units behind a compact amount, in English, Dutch, German and French, as powers of ten. A lone "m" is a million:
 * no CRM writes thousands so.
 */
const UNITS: Readonly<Record<string, number>> = {
  k: 3,
  tsd: 3,
  m: 6,
  mn: 6,
  mio: 6,
  mln: 6,
  b: 9,
  bn: 9,
  mrd: 9,
  mld: 9,
  md: 9,
  t: 12,
  tn: 12,
  bln: 12,
  bio: 12,
};

/**
 * Reads an amount as a CRM shows it: "48,000.00", "€ 1.234,50", "1,2 Mio. €", "$23.2K", "(1,200)".
 * A compact amount has a margin of half a unit of its last shown digit. With a locale, its separators and its
 * grouping are the only ones that count; without one, a text that has two readings ("1.234") is
 * *ambiguous*. The digits stay text all the way, so that no amount is rounded by a float: that, and its leave to
 * take "1.5" for 15 in German, is why NumberParser of @internationalized/number is not used here.
 */
export function parseAmount(text: string, options: AmountOptions): Fact<Money> {
  const line = oneLine(text).replace(/[\u2212\u2010-\u2013]/g, '-');
  if (line === '') return empty(options.source);
  const { code, rest } = takeCurrency(line, options);
  const parts = splitNumber(rest);
  if (!parts) return unknown('not-readable', line);
  const readings = readNumber(parts.digits, options.locale);
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
  /^(?<open>\()?\s*(?<before>[-+])?\s*(?<digits>\d[\d.,' \u2019]*?|[.,]\d+)\s*(?<unit>[A-Za-z]+\.?)?\s*(?<close>\))?\s*(?<after>-)?$/;

function splitNumber(text: string): NumberParts | undefined {
  const groups = SHAPE.exec(text.trim())?.groups;
  if (!groups?.digits) return undefined;
  const bracketed = groups.open !== undefined;
  if (bracketed !== (groups.close !== undefined)) return undefined;
  const unit = groups.unit?.toLowerCase().replace('.', '');
  const exponent = unit === undefined ? 0 : UNITS[unit];
  if (exponent === undefined) return undefined;
  const signs = [bracketed, groups.before === '-', groups.after === '-'].filter(Boolean);
  if (signs.length > 1) return undefined;
  return {
    digits: groups.digits.replaceAll('\u2019', "'").trim(),
    negative: signs.length === 1,
    exponent,
  };
}

/** Every plain decimal that the digits can stand for, in this locale or in any; digits stay as they are shown. */
function readNumber(digits: string, locale: string | undefined): string[] {
  const own = locale === undefined ? undefined : separatorsOf(locale);
  // By value, so that "48000" is one reading
  const readings = new Map<string, string>();
  for (const separators of own ?? EVERYWHERE) {
    const reading = readWith(digits, separators);
    if (reading !== undefined) readings.set(addDecimal(reading, '0'), reading);
  }
  return [...readings.values()];
}

interface Separators {
  readonly group: string;
  readonly decimal: string;
  /** Whose grouping counts: threes where none is known. */
  readonly locale?: string;
}

const EVERYWHERE: readonly Separators[] = ['.', ','].flatMap((decimal) =>
  [',', '.', ' ', "'"].filter((group) => group !== decimal).map((group) => ({ group, decimal })),
);

/** The digits as a plain decimal under these separators, or undefined where they do not fit. */
function readWith(digits: string, { group, decimal, locale }: Separators): string | undefined {
  const at = digits.indexOf(decimal);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  if (!/^\d*$/.test(fraction) || (at >= 0 && fraction === '')) return undefined;
  const plain = whole.replaceAll(group, '');
  if (!/^\d*$/.test(plain)) return undefined;
  if (whole !== plain && !isGrouped(whole, plain, group, locale)) return undefined;
  return fraction === '' ? plain || undefined : `${plain || '0'}.${fraction}`;
}

/** True where the groups stand as the locale sets them; in threes where no locale is known. */
function isGrouped(
  whole: string,
  plain: string,
  group: string,
  locale: string | undefined,
): boolean {
  if (locale === undefined) {
    return whole
      .split(group)
      .every((part, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part));
  }
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(
    BigInt(plain),
  );
  return parts.map(({ type, value }) => (type === 'group' ? group : value)).join('') === whole;
}

/** A locale's separators; some have others for money than for plain numbers. Undefined for no such locale. */
function separatorsOf(locale: string): Separators[] | undefined {
  const name = locale.replaceAll('_', '-');
  const money = { style: 'currency', currency: 'EUR' } as const;
  try {
    return [{}, money].map((style) => {
      const format = new Intl.NumberFormat(name, {
        ...style,
        useGrouping: 'always',
        minimumFractionDigits: 1,
      });
      const parts = format.formatToParts(12345678.9);
      const part = (type: string): string =>
        parts
          .find((one) => one.type === type)
          ?.value.replace(/\s/, ' ')
          .replace('\u2019', "'") ?? '';
      return { group: part('group'), decimal: part('decimal'), locale: name };
    });
  } catch {
    return undefined;
  }
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

import { addDecimal } from '../core/money.ts';

/** Every plain decimal that the digits can stand for, in this locale or in any; digits stay as they are shown. */
export function readDigits(digits: string, locale: string | undefined): string[] {
  const own = locale === undefined ? undefined : separatorsIn(locale);
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

const THREES: readonly Separators[] = ['.', ','].flatMap((decimal) =>
  [',', '.', ' ', "'"].filter((group) => group !== decimal).map((group) => ({ group, decimal })),
);
/** Groups of two beyond the thousands are India's alone, so they need no locale to be known. */
const EVERYWHERE: readonly Separators[] = [
  ...THREES,
  { group: ',', decimal: '.', locale: 'en-IN' },
];

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
  const parts = groupingIn(locale).formatToParts(BigInt(plain));
  return parts.map(({ type, value }) => (type === 'group' ? group : value)).join('') === whole;
}

const formats = new Map<string, Intl.NumberFormat>();

function groupingIn(locale: string): Intl.NumberFormat {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, { useGrouping: 'always' });
  formats.set(locale, format);
  return format;
}

const kept = new Map<string, readonly Separators[] | undefined>();

/** Worked out once for a locale: a list has hundreds of amounts, and the browser's formats are dear. */
function separatorsIn(locale: string): readonly Separators[] | undefined {
  if (!kept.has(locale)) kept.set(locale, separatorsOf(locale));
  return kept.get(locale);
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

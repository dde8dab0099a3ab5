import { bounds, isDecimal, type Money } from '../../lib/core/money.ts';
import { dayNumber } from '../../lib/core/calendar.ts';
import type { Text } from '../../lib/core/playbook.ts';
import type { Words } from '../../lib/app/words.ts';

/** Dates, numbers and texts in the language of the screen. */
export interface Format {
  readonly locale: string;
  /** "14 Feb 2027". A text that is no date comes back as it is. */
  readonly date: (iso: string) => string;
  /** Like `date`, without the year when it is this year's. */
  readonly day: (iso: string) => string;
  readonly number: (value: number | string) => string;
  /** "€23,200", or "about €23,200, as shown" when the page had rounded it. */
  readonly money: (money: Money) => string;
  readonly list: (items: readonly string[]) => string;
  readonly text: (text: Text) => string;
  readonly capital: (text: string) => string;
}

const DAY_MS = 86_400_000;

/** The locale as Intl takes it; English for one that it does not know. */
function supported(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Makes the formats once for a language; `today` is YYYY-MM-DD. */
export function createFormat(wanted: string, today: string, t: Words): Format {
  const locale = supported(wanted);
  const utc = { timeZone: 'UTC', day: 'numeric', month: 'short' } as const;
  const long = new Intl.DateTimeFormat(locale, { ...utc, year: 'numeric' });
  const short = new Intl.DateTimeFormat(locale, utc);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const show = (format: Intl.DateTimeFormat, iso: string): string => {
    const day = dayNumber(iso);
    return Number.isNaN(day) ? iso : format.format(day * DAY_MS);
  };
  const number = (value: number | string): string =>
    typeof value === 'number' ? numbers.format(value) : decimal(numbers, value);
  return {
    locale,
    date: (iso) => show(long, iso),
    day: (iso) => show(iso.slice(0, 4) === today.slice(0, 4) ? short : long, iso),
    number,
    money: (money) => {
      const { low, high } = bounds(money);
      const amount = decimal(currencyFormat(locale, money), money.amount);
      return low === high ? amount : t('money_about', [amount]);
    },
    list: (items) => lists.format(items),
    text: (text) => (locale.startsWith('nl') ? (text.nl ?? text.en) : text.en),
    capital: (text) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1),
  };
}

/** Intl takes a decimal's text without going through a float; TypeScript wants to see that it is one. */
const decimal = (format: Intl.NumberFormat, value: string): string =>
  isDecimal(value) ? format.format(value as `${number}`) : value;

function currencyFormat(locale: string, { amount, currency }: Money): Intl.NumberFormat {
  const digits = amount.includes('.') ? 2 : 0;
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, 2) };
  if (currency === undefined) return new Intl.NumberFormat(locale, fraction);
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...fraction });
  } catch {
    // Not a currency that Intl knows: the number alone, which is still true.
    return new Intl.NumberFormat(locale, fraction);
  }
}

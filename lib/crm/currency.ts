/** Which currency a symbol means. Dealside never converts: a wrong code would be a false statement. */

/** Symbols that mean one currency, longest first. */
const CLEAR: readonly (readonly [symbol: string, code: string])[] = [
  ['US$', 'USD'],
  ['$US', 'USD'],
  ['$CA', 'CAD'],
  ['£GB', 'GBP'],
  ['CA$', 'CAD'],
  ['AU$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['MX$', 'MXN'],
  ['NT$', 'TWD'],
  ['C$', 'CAD'],
  ['A$', 'AUD'],
  ['R$', 'BRL'],
  ['S$', 'SGD'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Fr.', 'CHF'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['円', 'JPY'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
];

/** Symbols that several currencies share: which one it is follows from the region, where that is known. */
const SHARED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  $: {
    US: 'USD',
    CA: 'CAD',
    AU: 'AUD',
    NZ: 'NZD',
    SG: 'SGD',
    HK: 'HKD',
    MX: 'MXN',
  },
  kr: { SE: 'SEK', NO: 'NOK', DK: 'DKK' },
  '¥': { JP: 'JPY', CN: 'CNY' },
  '￥': { JP: 'JPY', CN: 'CNY' },
  'Rs.': { IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR', MU: 'MUR' },
  Rs: { IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR', MU: 'MUR' },
};

export interface CurrencyHints {
  /** The CRM's own setting, or the saved deal's currency. It decides what a shared symbol, or none, means. */
  readonly currency?: string | undefined;
  /** A BCP 47 locale. Only a region that is written in it counts: "en" is no region, "en-CA" is. */
  readonly locale?: string | undefined;
}

export interface FoundCurrency {
  readonly code: string | undefined;
  /** The text without the symbol or the code. */
  readonly rest: string;
}

/** Takes the currency out of an amount's text. `code` is undefined where the page did not say which one. */
export function takeCurrency(text: string, hints: CurrencyHints): FoundCurrency {
  const iso = /(?:^|[^A-Za-z])([A-Z]{3})(?![A-Za-z])/.exec(text)?.[1];
  if (iso !== undefined && isCurrency(iso)) return { code: iso, rest: without(text, iso) };
  for (const [symbol, code] of CLEAR) {
    if (text.includes(symbol)) return { code, rest: without(text, symbol) };
  }
  for (const [symbol, regions] of Object.entries(SHARED)) {
    if (!text.includes(symbol)) continue;
    const region = regionOf(hints.locale);
    return { code: hints.currency ?? (region && regions[region]), rest: without(text, symbol) };
  }
  return { code: hints.currency, rest: text };
}

/** The ISO code that a symbol by itself stands for, or undefined for a shared or unknown one. */
export const codeOfSymbol = (symbol: string): string | undefined =>
  CLEAR.find(([clear]) => clear === symbol)?.[1] ?? (isCurrency(symbol) ? symbol : undefined);

const without = (text: string, part: string): string => text.replace(part, ' ').trim();

let codes: ReadonlySet<string> | undefined;

function isCurrency(code: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(code);
}

const regionsOf = new Map<string, string | undefined>();

/** Worked out once for a locale: a list has hundreds of amounts. */
function regionOf(locale: string | undefined): string | undefined {
  if (locale === undefined) return undefined;
  if (!regionsOf.has(locale)) regionsOf.set(locale, regionIn(locale));
  return regionsOf.get(locale);
}

function regionIn(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).region;
  } catch {
    return undefined;
  }
}

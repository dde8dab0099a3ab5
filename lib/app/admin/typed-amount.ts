import { compareDecimal, isDecimal } from '../../core/money.ts';
import { parseAmount } from '../../crm/parse-amount.ts';

/** What a person meant by the number that was typed. */
export type TypedAmount =
  | { readonly is: 'empty' }
  | { readonly is: 'number'; readonly plain: string }
  /** It can be read in two ways, so that it is not read at all. */
  | { readonly is: 'two'; readonly readings: readonly [string, string] }
  | { readonly is: 'unreadable' };

/** A locale with each decimal sign: what one reads as a fraction, the other reads as thousands. */
const POINT = 'en';
const COMMA = 'de';

const UNREADABLE: TypedAmount = { is: 'unreadable' };

/**
 * Reads an amount or another number as somebody types it, by the rules of the screen's language: "50,000" and "€50k" in
 * English, "50.000" in Dutch. The other language's writing is read too where it can mean one thing alone ("48.000,00",
 * "1,5"). "50.000" in English could be fifty, or the fifty thousand of half of Europe: that is told as two readings.
 */
export function readTypedAmount(typed: string, locale: string): TypedAmount {
  const text = typed.trim().replace(/\s*%$/, '');
  if (text === '') return { is: 'empty' };
  const own = plainIn(text, locale);
  const point = plainIn(text, POINT);
  const comma = plainIn(text, COMMA);
  if (point !== undefined && comma !== undefined && point !== comma) {
    const size = (plain: string): string => plain.replace('-', '');
    const [small, large] =
      compareDecimal(size(point), size(comma)) < 0 ? [point, comma] : [comma, point];
    // Thousands as this language writes them are what it means; three digits behind its decimal sign are not.
    return own === large ? { is: 'number', plain: large } : { is: 'two', readings: [small, large] };
  }
  const plain = own ?? otherwise(text, point ?? comma);
  return plain === undefined ? UNREADABLE : { is: 'number', plain };
}

/** A number in another language's writing: cents alone, or with thousands that leave no doubt. */
const otherwise = (text: string, plain: string | undefined): string | undefined => {
  const fraction = plain?.split('.')[1]?.length ?? 0;
  return fraction <= 2 || /[.,].*[.,]/.test(text) ? plain : undefined;
};

function plainIn(text: string, locale: string): string | undefined {
  const read = parseAmount(text, { source: 'typed', locale });
  return read.is === 'value' ? read.value.amount : undefined;
}

/**
 * What is kept of a number that was typed: a plain decimal where it was understood; else the text as it stands, which no
 * check takes for a decimal, so that it is still there when the page is opened again.
 */
export function keptOfTyped(typed: string, locale: string): string {
  const read = readTypedAmount(typed, locale);
  if (read.is === 'number') return read.plain;
  return isDecimal(typed) ? `${typed} ` : typed;
}

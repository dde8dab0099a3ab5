import { known, type Fact, type Known } from '../core/fact.ts';
import type { FieldName } from '../core/fields.ts';
import { compareDecimal, type Money } from '../core/money.ts';
import { readField, type ValueFormat } from './read-field.ts';

/** Ways to write the same digits: American, German and British. */
const WAYS: readonly Pick<ValueFormat, 'locale' | 'order'>[] = [
  { locale: 'en-US', order: 'mdy' },
  { locale: 'de', order: 'dmy' },
  { locale: 'en-GB', order: 'dmy' },
];

/**
 * Reads a field of a page that does not say how its user writes numbers and dates, beside what is saved. "48,000" and
 * "12/01/2026" have two readings: where one of them is the saved value, the page says nothing new, and the field is as it
 * is saved. Any other text with two readings stays ambiguous.
 */
export function readBeside(
  field: FieldName,
  element: HTMLElement,
  format: ValueFormat,
  saved: Fact<unknown>,
): Fact<unknown> {
  const read = readField(field, element, format);
  if (read.is !== 'unknown' || read.reason !== 'ambiguous' || saved.is !== 'value') return read;
  const agrees = WAYS.some((way) =>
    isSaved(readField(field, element, { ...format, ...way }), saved),
  );
  return agrees ? known(saved.value, format.source) : read;
}

function isSaved(read: Fact<unknown>, saved: Known<unknown>): boolean {
  if (read.is !== 'value') return false;
  const [a, b] = [read.value, saved.value];
  if (!isMoney(a) || !isMoney(b)) return a === b;
  const exact = a.margin === undefined && b.margin === undefined;
  return exact && a.currency === b.currency && compareDecimal(a.amount, b.amount) === 0;
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value;

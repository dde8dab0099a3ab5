import { addDecimal, type Money } from '../../core/money.ts';
import {
  decimalOf,
  isRow,
  listOf,
  moneyOf as amountIn,
  textIn,
  type Row,
} from '../answer-values.ts';
import { oneLine } from '../dom.ts';

/** Values as Twenty's API alone writes them. */

export const rowsIn = (value: unknown): readonly Row[] => listOf(value) ?? [];

/**
 * Millionths as a plain decimal, by moving the point: "23150500000" is "23150.5". A JSON number that is too large to be
 * exact is none.
 */
export function unitsOf(micros: unknown): string | undefined {
  const text = decimalOf(micros);
  if (text === undefined) return undefined;
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = text.slice(sign.length).split('.');
  const digits = whole.padStart(7, '0');
  const plain = `${digits.slice(0, -6)}.${digits.slice(-6)}${fraction}`;
  return addDecimal('0', /^[0.]+$/.test(plain) ? '0' : `${sign}${plain}`);
}

/** `{amountMicros, currencyCode}`: null where there is no amount, undefined for what nobody can read. */
export function moneyOf(value: unknown): Money | null | undefined {
  if (value === null) return null;
  if (!isRow(value)) return undefined;
  const { amountMicros, currencyCode } = value;
  if (amountMicros === null) return null;
  return amountIn(unitsOf(amountMicros), currencyCode);
}

/** `{firstName, lastName}` on one line: null for nobody. */
export function personOf(value: unknown): string | null | undefined {
  if (!isRow(value)) return value === null ? null : undefined;
  const { name } = value;
  if (!isRow(name)) return undefined;
  return oneLine(`${textIn(name.firstName) ?? ''} ${textIn(name.lastName) ?? ''}`);
}

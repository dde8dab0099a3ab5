import type { IsoDate } from '../../core/fields.ts';
import { addDecimal, isDecimal, type Money } from '../../core/money.ts';
import { oneLine } from '../dom.ts';

/** Values as Twenty's API writes them, checked by hand: nothing that comes from a server is trusted. */

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const rowsIn = (value: unknown): Row[] =>
  Array.isArray(value) ? (value as unknown[]).filter(isRow) : [];

export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/**
 * Millionths as a plain decimal, by moving the point: "23150500000" is "23150.5". A JSON number that is too large to be
 * exact is none.
 */
export function unitsOf(micros: unknown): string | undefined {
  if (typeof micros === 'number' && Math.abs(micros) > Number.MAX_SAFE_INTEGER) return undefined;
  const text = typeof micros === 'number' ? String(micros) : micros;
  if (typeof text !== 'string' || !isDecimal(text)) return undefined;
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
  const amount = unitsOf(amountMicros);
  const currency = textIn(currencyCode);
  return amount === undefined ? undefined : { amount, ...(currency ? { currency } : {}) };
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A moment, in milliseconds, as the day that it was here. */
export function dayOf(time: number): IsoDate {
  const date = new Date(time);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** A moment in ISO 8601, in milliseconds. */
export function timeOf(value: unknown): number | undefined {
  const time =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/.test(value)
      ? Date.parse(value)
      : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** A moment as the day that it was here; a calendar date stays what it is. */
export function localDayOf(value: unknown): IsoDate | undefined {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const time = timeOf(value);
  return time === undefined ? undefined : dayOf(time);
}

/** `{firstName, lastName}` on one line: null for nobody. */
export function personOf(value: unknown): string | null | undefined {
  if (!isRow(value)) return value === null ? null : undefined;
  const { name } = value;
  if (!isRow(name)) return undefined;
  return oneLine(`${textIn(name.firstName) ?? ''} ${textIn(name.lastName) ?? ''}`);
}

import type { IsoDate } from '../../core/fields.ts';
import { addDecimal, isDecimal } from '../../core/money.ts';

/** Values as Tryton's JSON-RPC writes them: what JSON has no type for carries its class. */

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasClass = (value: unknown, name: string): value is Row =>
  isRow(value) && value.__class__ === name;

const pad = (value: unknown): string => String(value).padStart(2, '0');

/** `{"__class__": "Decimal", "decimal": "48000"}` and plain numbers; undefined for anything else. */
export function decimalOf(value: unknown): string | undefined {
  const text = hasClass(value, 'Decimal') ? value.decimal : value;
  const plain = typeof text === 'number' ? String(text) : text;
  return typeof plain === 'string' && isDecimal(plain) ? addDecimal(plain, '0') : undefined;
}

/** `{"__class__": "date", "year": 2026, "month": 12, "day": 1}`. */
export function dateOf(value: unknown): IsoDate | undefined {
  if (!hasClass(value, 'date')) return undefined;
  return `${String(value.year)}-${pad(value.month)}-${pad(value.day)}`;
}

/** A moment in UTC, as the day that it was here. */
export function localDayOf(value: unknown): IsoDate | undefined {
  const time = timeOf(value);
  if (time === undefined) return undefined;
  const date = new Date(time);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** A moment in UTC, in milliseconds. */
export function timeOf(value: unknown): number | undefined {
  if (!hasClass(value, 'datetime')) return undefined;
  const part = (name: string): number => Number(value[name] ?? 0);
  const time = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
    part('microsecond') / 1000,
  );
  return Number.isNaN(time) ? undefined : time;
}

/** A fraction of one as a percentage, without the float's tail: 0.07 is 7. */
export function percentOf(value: unknown): number | undefined {
  return typeof value === 'number' ? Math.round(value * 1e6) / 1e4 : undefined;
}

/** A name from a related record: `"party.": {"id": 4, "rec_name": "…"}`. */
export function relatedOf(row: Row, field: string, name: string): string | null | undefined {
  const related = row[`${field}.`];
  if (related === null) return null;
  const value = isRow(related) ? related[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

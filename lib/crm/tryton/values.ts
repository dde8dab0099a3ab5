import type { IsoDate } from '../../core/fields.ts';
import {
  dateOf as plainDateOf,
  dayAt,
  decimalOf as plainDecimalOf,
  isRow,
  type Row,
} from '../answer-values.ts';

/** Values as Tryton's JSON-RPC alone writes them: what JSON has no type for carries its class. */

const hasClass = (value: unknown, name: string): value is Row =>
  isRow(value) && value.__class__ === name;

/** `{"__class__": "Decimal", "decimal": "48000"}` and plain numbers; undefined for anything else. */
export const decimalOf = (value: unknown): string | undefined =>
  plainDecimalOf(hasClass(value, 'Decimal') ? value.decimal : value);

/** `{"__class__": "date", "year": 2026, "month": 12, "day": 1}`. */
export const dateOf = (value: unknown): IsoDate | undefined =>
  hasClass(value, 'date') ? calendarDate(value) : undefined;

function calendarDate({ year, month, day }: Row): IsoDate | undefined {
  const text = (part: unknown, digits: number): string =>
    typeof part === 'number' ? String(part).padStart(digits, '0') : '';
  return plainDateOf(`${text(year, 4)}-${text(month, 2)}-${text(day, 2)}`);
}

/** A moment in UTC, as the day that it was here. */
export const localDayOf = (value: unknown): IsoDate | undefined => dayAt(timeOf(value));

/** A moment in UTC, in milliseconds: a date's parts, and those of its time as far as they are not 0. */
export function timeOf(value: unknown): number | undefined {
  if (!hasClass(value, 'datetime')) return undefined;
  const date = calendarDate(value);
  const part = (name: string): number => {
    const number = value[name] ?? 0;
    return typeof number === 'number' ? number : NaN;
  };
  const seconds = part('hour') * 3600 + part('minute') * 60 + part('second');
  const time = Date.parse(date ?? '') + seconds * 1000 + part('microsecond') / 1000;
  return Number.isNaN(time) ? undefined : time;
}

/** A name from a related record: `"party.": {"id": 4, "rec_name": "…"}`. */
export function relatedOf(row: Row, field: string, name: string): string | null | undefined {
  const related = row[`${field}.`];
  if (related === null) return null;
  const value = isRow(related) ? related[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

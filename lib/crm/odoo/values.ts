import { dayNumber } from '../../core/calendar.ts';
import type { IsoDate } from '../../core/fields.ts';
import { addDecimal, isDecimal } from '../../core/money.ts';
import { oneLine } from '../dom.ts';

/** Values as Odoo's JSON-RPC writes them: `false` is empty, a related record is `[id, "name"]`, a moment is in UTC. */

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The records of an answer; what is none is left out. */
export const rowsOf = (result: unknown): Row[] =>
  Array.isArray(result) ? result.filter(isRow) : [];

/** The id of a record, as text. */
export const idOf = (value: unknown): string | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;

/** A related record: as `read` gives it, or as the client's own methods do. */
export function relatedOf(
  value: unknown,
): { readonly id: string; readonly label: string } | undefined {
  const [id, name]: readonly unknown[] = isRow(value)
    ? [value.id, value.display_name]
    : Array.isArray(value)
      ? (value as readonly unknown[])
      : [];
  const key = idOf(id);
  return key === undefined || typeof name !== 'string'
    ? undefined
    : { id: key, label: lineOf(name) };
}

/** The first line of a name: an address may follow. */
const lineOf = (name: string): string => oneLine(name.trim().split('\n')[0] ?? '');

/** A number as a plain decimal; undefined for what is none, and for one that is too large to be exact. */
export function decimalOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : undefined;
  return text !== undefined && isDecimal(text) ? addDecimal(text, '0') : undefined;
}

/** A percentage from 0 to 100. */
export const percentOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined;

/** A calendar date: "2026-12-21". */
export const dateOf = (value: unknown): IsoDate | undefined =>
  typeof value === 'string' && !Number.isNaN(dayNumber(value)) ? value : undefined;

/** A moment in UTC, "2026-12-21 23:30:00", in milliseconds. */
export function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(value)) return undefined;
  const time = Date.parse(`${value.slice(0, 10)}T${value.slice(11, 19)}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** A moment in milliseconds, as the day that it is here. */
export function dayOfTime(time: number): IsoDate {
  const date = new Date(time);
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** A moment in UTC, as the day that it was here. */
export function localDayOf(value: unknown): IsoDate | undefined {
  const time = timeOf(value);
  return time === undefined ? undefined : dayOfTime(time);
}

/** Text on one line; undefined for what is no text. */
export const textOrNone = (value: unknown): string | undefined =>
  typeof value === 'string' ? oneLine(value) : undefined;

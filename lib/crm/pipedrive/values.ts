import { empty, known, unknown, type Fact, type UnknownReason } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import { addDecimal, isDecimal } from '../../core/money.ts';
import { oneLine } from '../dom.ts';

/** Values as Pipedrive's API writes them, in both of its versions. */

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An id, which is a number; the first version writes some as an object with more about it. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'string' && /^\d+$/.test(value)) return value;
  return isRow(value) ? (idOf(value.id) ?? idOf(value.value)) : undefined;
}

export const lineOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? oneLine(value) : undefined;

/** A calendar date, which is in nobody's zone. */
export const dateOf = (value: unknown): IsoDate | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;

/** A moment in milliseconds: RFC 3339, or "2026-11-21 16:15:39" in UTC, as the first version writes it. */
export function momentOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const plain = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(value);
  const time = Date.parse(plain ? `${plain[1] ?? ''}T${plain[2] ?? ''}Z` : value);
  return Number.isNaN(time) ? undefined : time;
}

/** The day that a moment was here. */
export function dayOf(value: unknown): IsoDate | undefined {
  const time = momentOf(value);
  return time === undefined ? undefined : dayAt(time);
}

export function dayAt(time: number): IsoDate | undefined {
  const date = new Date(time);
  const year = date.getFullYear();
  if (!(year >= 1000 && year <= 9999)) return undefined;
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** A number as a plain decimal; one that needs an exponent is refused. */
export function decimalOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && isDecimal(text) ? addDecimal(text, '0') : undefined;
}

export const percentOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined;

/** A column as a fact: null and "" are empty; one that is not in the answer is unknown for `absent`. */
export function columnFact<T>(
  row: Row,
  name: string,
  parse: (value: unknown) => T | undefined,
  absent: UnknownReason = 'no-access',
): Fact<T> {
  if (!(name in row)) return unknown(absent);
  const raw = row[name];
  if (raw === null || raw === '') return empty('api');
  const value = parse(raw);
  if (value === undefined) return unknown('not-readable');
  return value === '' ? empty('api') : known(value, 'api');
}

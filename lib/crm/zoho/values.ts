import type { IsoDate } from '../../core/fields.ts';
import { addDecimal, isDecimal } from '../../core/money.ts';
import { oneLine } from '../dom.ts';

/** Values as Zoho's API writes them. Nothing of an answer's shape is taken on trust. */

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows under a key of an answer; none for an empty answer (204), undefined for another shape. */
export function rowsIn(answer: unknown, key: string): readonly Row[] | undefined {
  if (answer === undefined) return [];
  const list = isRow(answer) ? answer[key] : undefined;
  return Array.isArray(list) ? list.filter(isRow) : undefined;
}

/** A record's id: digits, as text, since they are more than a number can hold. */
export const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d+$/.test(value) ? value : undefined;

/** A number as a plain decimal; undefined for anything else, and for one that is too large to be exact. */
export function decimalOf(value: unknown): string | undefined {
  if (typeof value !== 'number' || Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
  const text = String(value);
  return isDecimal(text) ? addDecimal(text, '0') : undefined;
}

/** A text on one line. */
export const lineOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? oneLine(value) : undefined;

/** The name in a lookup: `{"name": "…", "id": "…"}`. */
export const nameOf = (value: unknown): string | undefined =>
  isRow(value) ? lineOf(value.name) : undefined;

const pad = (value: number): string => String(value).padStart(2, '0');

/** No 31st of February, which some browsers take for the 3rd of March. */
const exists = (day: IsoDate): boolean => {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

/** A calendar date, and nothing else. */
export const dateOf = (value: unknown): IsoDate | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && exists(value)
    ? value
    : undefined;

/** A moment with its zone, in milliseconds. */
export function timeOf(value: unknown): number | undefined {
  const isMoment =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(value);
  const time = isMoment ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** A moment as the day that it was here. */
export function dayOf(value: unknown): IsoDate | undefined {
  const time = timeOf(value);
  if (time === undefined) return undefined;
  const date = new Date(time);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

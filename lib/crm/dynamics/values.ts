import type { IsoDate } from '../../core/fields.ts';
import { addDecimal, isDecimal } from '../../core/money.ts';
import { oneLine } from '../dom.ts';

/** Values as the Web API writes them. Nothing of an answer's shape is taken on trust. */

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of a list's answer; undefined when it is no list. */
export function rowsOf(answer: unknown): readonly Row[] | undefined {
  const list = isRow(answer) ? answer.value : undefined;
  return Array.isArray(list) ? list.filter(isRow) : undefined;
}

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** A record's id in its plain form: lower case, no braces. Undefined for anything else. */
export const guidOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? GUID.exec(value)?.[1]?.toLowerCase() : undefined;

/** A number as a plain decimal; undefined for anything else, and for one that is too large to be exact. */
export function decimalOf(value: unknown): string | undefined {
  if (typeof value !== 'number' || Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
  const text = String(value);
  return isDecimal(text) ? addDecimal(text, '0') : undefined;
}

/** A text on one line. */
export const lineOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? oneLine(value) : undefined;

const pad = (value: number): string => String(value).padStart(2, '0');

/** The calendar day of a moment, in the user's own zone. */
export const dayOfDate = (date: Date): IsoDate =>
  `${String(date.getFullYear()).padStart(4, '0')}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** A calendar date as it stands, or a moment as the day that it was here. */
export function dayOf(value: unknown): IsoDate | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return exists(value) ? value : undefined;
  const time = /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : dayOfDate(new Date(time));
}

/** No 31st of February, which some browsers take for the 3rd of March. */
const exists = (day: IsoDate): boolean => {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

/** What the CRM itself calls a value, in the user's language: the name of a lookup's record, the label of a choice. */
export const labelOf = (row: Row, column: string): string | undefined =>
  lineOf(row[`${column}@OData.Community.Display.V1.FormattedValue`]);

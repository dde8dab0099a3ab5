import type { IsoDate } from '../../core/fields.ts';
import { addDecimal, isDecimal } from '../../core/money.ts';

/** Values as EspoCRM's API writes them, checked by hand: nothing that comes from a server is trusted. */

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of a list's answer, and how many there are in all. */
export interface Page {
  readonly rows: readonly Row[];
  /** Undefined where the server does not count. */
  readonly total: number | undefined;
  /** More follow behind these. */
  readonly more: boolean;
}

/** `{total, list}`. A total of -1 says that more follow, one of -2 that nothing does; neither is a number of records. */
export function pageOf(answer: unknown, offset: number): Page | undefined {
  if (!isRow(answer) || !Array.isArray(answer.list)) return undefined;
  const rows = (answer.list as unknown[]).filter(isRow);
  const total = typeof answer.total === 'number' ? answer.total : undefined;
  const counted = total !== undefined && total >= 0 ? total : undefined;
  const more = total === -1 || (counted !== undefined && offset + rows.length < counted);
  return { rows, total: counted, more: more && rows.length > 0 };
}

/** An amount: a JSON number, or a text where the field keeps exact decimals. */
export function decimalOf(value: unknown): string | undefined {
  const plain = typeof value === 'number' ? String(value) : value;
  return typeof plain === 'string' && isDecimal(plain) ? addDecimal(plain, '0') : undefined;
}

export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** A calendar date, `2026-12-21`. */
export const dateOf = (value: unknown): IsoDate | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

/** A moment, `2026-11-21 16:15:39` in UTC, in milliseconds. */
export function timeOf(value: unknown): number | undefined {
  const match =
    typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)$/.exec(value) : null;
  const time = match ? Date.parse(`${match[1] ?? ''}T${match[2] ?? ''}Z`) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A moment as the day that it was here. */
export function dayOf(time: number): IsoDate {
  const date = new Date(time);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

export function localDayOf(value: unknown): IsoDate | undefined {
  const time = timeOf(value);
  return time === undefined ? undefined : dayOf(time);
}

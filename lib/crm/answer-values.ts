import { dayNumber } from '../core/calendar.ts';
import type { IsoDate } from '../core/fields.ts';
import { addDecimal, isDecimal, type Money } from '../core/money.ts';
import { oneLine } from './dom.ts';

/**
 * Values out of the answer of an API. Nothing of an answer is taken on trust: whatever is not of the type and the form that
 * is expected is undefined, and never another value. What one CRM alone writes is read in its own folder.
 */

/** An object of an answer. */
export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list, without what is none; undefined for what is no list. */
export const listOf = (value: unknown): readonly Row[] | undefined =>
  Array.isArray(value) ? (value as unknown[]).filter(isRow) : undefined;

/** A text as it stands. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** A text on one line. */
export const lineOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? oneLine(value) : undefined;

/** A JSON number as a plain decimal; undefined for one that is too large to be exact, or so small that it needs an exponent. */
export function decimalOfNumber(value: unknown): string | undefined {
  if (typeof value !== 'number' || !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return undefined;
  const text = String(value);
  return isDecimal(text) ? addDecimal(text, '0') : undefined;
}

/** A plain decimal, from a JSON number or a text. One with an exponent is refused. */
export const decimalOf = (value: unknown): string | undefined =>
  typeof value === 'string' && isDecimal(value) ? addDecimal(value, '0') : decimalOfNumber(value);

/** An amount with its currency where that is a code, and without one where it is not. */
export function moneyOf(amount: string | undefined, code: unknown): Money | undefined {
  if (amount === undefined) return undefined;
  return typeof code === 'string' && /^[A-Z]{3}$/.test(code)
    ? { amount, currency: code }
    : { amount };
}

/** A count of something: a whole number from 0 on. */
export const countOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

/** A percentage from 0 to 100. */
export const percentOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined;

/** A fraction of one as a percentage, without the float's tail: 0.07 is 7. */
export const percentOfFraction = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 1 ? Math.round(value * 1e6) / 1e4 : undefined;

/** A calendar date that exists, "2026-12-21", which is in nobody's zone: no 31st of February, which some browsers take for the 3rd of March. */
export const dateOf = (value: unknown): IsoDate | undefined =>
  typeof value === 'string' && !Number.isNaN(dayNumber(value)) ? value : undefined;

/** A moment in ISO 8601 with its zone ("…Z", "…+01:00" or "…+0100"), in milliseconds. */
export function momentOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const match =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:(Z)|([+-]\d\d):?(\d\d))$/.exec(value);
  if (!match) return undefined;
  const [, date = '', clock = '', utc, hours = '', minutes = ''] = match;
  return timeOf(date, `${clock}${utc ?? `${hours}:${minutes}`}`);
}

/** A moment in UTC that names no zone ("2026-12-21 23:30:00"), as databases write it, in milliseconds. */
export function utcMomentOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(value);
  return match ? timeOf(match[1] ?? '', `${match[2] ?? ''}Z`) : undefined;
}

function timeOf(date: string, clock: string): number | undefined {
  const time = dateOf(date) === undefined ? NaN : Date.parse(`${date}T${clock}`);
  return Number.isNaN(time) ? undefined : time;
}

/** The day that a moment, in milliseconds, was in the user's own zone; undefined outside of the years 1000 to 9999. */
export function dayAt(time: number | undefined): IsoDate | undefined {
  const date = new Date(time ?? NaN);
  const year = date.getFullYear();
  if (!(year >= 1000 && year <= 9999)) return undefined;
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The day that it is here at a time of the computer's clock. Throws a RangeError where that is outside of the years 1000 to 9999. */
export function todayAt(now: number): IsoDate {
  const day = dayAt(now);
  if (day === undefined) throw new RangeError('The clock is in no year that is known.');
  return day;
}

/** The day that a moment with its zone was here. */
export const localDayOf = (value: unknown): IsoDate | undefined => dayAt(momentOf(value));

/** A calendar date as it stands, or a moment with its zone as the day that it was here. */
export const dayOf = (value: unknown): IsoDate | undefined => dateOf(value) ?? localDayOf(value);

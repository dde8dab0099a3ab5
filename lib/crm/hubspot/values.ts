import { empty, known, unknown, type Fact, type UnknownReason } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import { addDecimal, isDecimal } from '../../core/money.ts';
import { oneLine } from '../dom.ts';

/** Values as HubSpot's API writes them: properties are texts or null, whatever their type. */

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The records of an answer; none where it has no list of them. */
export function resultsOf(answer: unknown): readonly Row[] {
  const results = isRow(answer) ? answer.results : undefined;
  return Array.isArray(results) ? results.filter(isRow) : [];
}

/** A record's properties. */
export const propertiesOf = (record: Row): Row =>
  isRow(record.properties) ? record.properties : {};

export const idOf = (value: unknown): string | undefined => {
  const id = typeof value === 'number' ? String(value) : value;
  return typeof id === 'string' && id !== '' ? id : undefined;
};

export const lineOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? oneLine(value) : undefined;

/** A moment, in milliseconds: "2026-12-21T12:00:00.000Z", or milliseconds as text. */
export function momentOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const time = /^-?\d{10,}$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/** The day that a moment was here. A date without a time is a calendar date and stays what it is. */
export function dayOf(value: unknown): IsoDate | undefined {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value;
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

/** A plain decimal. HubSpot writes large amounts with an exponent ("1.25E7"): that is moved out, exactly. */
export function decimalOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]\+?(\d{1,2})$/.exec(value);
  if (!match) return isDecimal(value) ? addDecimal(value, '0') : undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const by = Number(exponent);
  const digits = fraction.padEnd(by, '0');
  return addDecimal(`${sign}${whole}${digits.slice(0, by)}.${digits.slice(by)}0`, '0');
}

/** A fraction of one as a percentage, without the float's tail. */
export function percentOf(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const fraction = Number(text);
  return fraction >= 0 && fraction <= 1 ? Math.round(fraction * 1e6) / 1e4 : undefined;
}

/**
 * A property as a fact: null and "" are empty; a property that is not in the answer is unknown for `absent`: HubSpot leaves
 * out those that the user may not see, and those that the portal does not have.
 */
export function propertyFact<T>(
  properties: Row,
  name: string,
  parse: (value: unknown) => T | undefined,
  absent: UnknownReason,
): Fact<T> {
  if (!(name in properties)) return unknown(absent);
  const raw = properties[name];
  if (raw === null || raw === '') return empty('api');
  const value = parse(raw);
  if (value === undefined) return unknown('not-readable');
  return value === '' ? empty('api') : known(value, 'api');
}

import type { IsoDate } from '../../core/fields.ts';
import {
  dateOf,
  dayAt,
  decimalOf as plainDecimalOf,
  isRow,
  listOf,
  momentOf as isoMomentOf,
  percentOfFraction,
  type Row,
} from '../answer-values.ts';

/** Values as HubSpot's API alone writes them: properties are texts or null, whatever their type. */

/** The records of an answer; none where it has no list of them. */
export const resultsOf = (answer: unknown): readonly Row[] =>
  (isRow(answer) ? listOf(answer.results) : undefined) ?? [];

/** A record's properties. */
export const propertiesOf = (record: Row): Row =>
  isRow(record.properties) ? record.properties : {};

export const idOf = (value: unknown): string | undefined => {
  const id = typeof value === 'number' ? String(value) : value;
  return typeof id === 'string' && id !== '' ? id : undefined;
};

/** A moment, in milliseconds: "2026-12-21T12:00:00.000Z", or milliseconds as text. */
export const momentOf = (value: unknown): number | undefined =>
  typeof value === 'string' && /^-?\d{10,15}$/.test(value) ? Number(value) : isoMomentOf(value);

/** The day that a moment was here. A date without a time is a calendar date and stays what it is. */
export const dayOf = (value: unknown): IsoDate | undefined =>
  dateOf(value) ?? dayAt(momentOf(value));

/** A plain decimal, from a text. HubSpot writes large amounts with an exponent ("1.25E7"): that is moved out, exactly. */
export function decimalOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]\+?(\d{1,2})$/.exec(value);
  if (!match) return plainDecimalOf(value);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const by = Number(exponent);
  const digits = fraction.padEnd(by, '0');
  return plainDecimalOf(`${sign}${whole}${digits.slice(0, by)}.${digits.slice(by)}0`);
}

/** A fraction of one as a percentage: a text in a property, and a number or a text in a stage. */
export const percentOf = (value: unknown): number | undefined =>
  percentOfFraction(typeof value === 'string' && value.trim() !== '' ? Number(value) : value);

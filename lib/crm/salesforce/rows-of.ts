import type { Fact } from '../../core/fact.ts';
import { empty, known, unknown } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import { addDecimal, isDecimal } from '../../core/money.ts';
import type { Access } from '../access.ts';
import { withQuery } from '../access.ts';
import { ask } from '../ask.ts';
import { oneLine } from '../dom.ts';
import { CrmTrouble } from '../trouble.ts';
import { dealId } from './ids.ts';

/** What the REST API gives, checked before anything is taken from it. The host is the background's business. */

export const DATA = '/services/data/v60.0';

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A page of a query's answer. `next` is the path of the page behind it. */
export interface QueryPage {
  readonly rows: readonly Row[];
  readonly total: number | undefined;
  readonly next: string | undefined;
}

/** Asks one query in SOQL. */
export const query = async (access: Access, soql: string): Promise<QueryPage> =>
  pageOf(await ask(access, { path: withQuery(`${DATA}/query`, { q: soql }) }));

/** Asks for the page behind another. */
export const queryMore = async (access: Access, path: string): Promise<QueryPage> =>
  pageOf(await ask(access, { path }));

const NEXT = /^\/services\/data\/v\d{2}\.0\/query\/[A-Za-z0-9]+-\d+$/;

function pageOf(answer: unknown): QueryPage {
  if (!isRow(answer) || !Array.isArray(answer.records)) throw new CrmTrouble('not-json');
  const { totalSize, nextRecordsUrl, done } = answer;
  const isNext = done === false && typeof nextRecordsUrl === 'string' && NEXT.test(nextRecordsUrl);
  // An answer that says that there is more, and not where, must not pass for the whole.
  if (done === false && !isNext) throw new CrmTrouble('not-json');
  return {
    rows: (answer.records as unknown[]).filter(isRow),
    total: typeof totalSize === 'number' ? totalSize : undefined,
    next: isNext ? nextRecordsUrl : undefined,
  };
}

/** The deal's id as it may stand in a query: nothing else of a page's address gets there. */
export function idIn(id: string): string {
  const own = dealId(id);
  if (own === undefined) throw new CrmTrouble('not-found');
  return own;
}

export const lineOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? oneLine(value) : undefined;

/** A JSON number as a plain decimal, exactly as it was sent where it is no larger than a float can hold. */
export function decimalOf(value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const text = String(value);
  return isDecimal(text) ? addDecimal(text, '0') : undefined;
}

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** A calendar date that exists. */
export function dateOf(value: unknown): IsoDate | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? value : undefined;
}

/** A moment ("2026-11-20T09:15:00.000+0000"), in milliseconds. */
export function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value)) return undefined;
  const time = Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(time) ? undefined : time;
}

/** The day that a moment was in the user's zone. */
export function localDay(time: number): IsoDate {
  const date = new Date(time);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function dayOf(value: unknown): IsoDate | undefined {
  const time = timeOf(value);
  return time === undefined ? undefined : localDay(time);
}

/** A value as a fact: null and an empty text are empty, and what cannot be parsed is not readable. */
export function factOf<T>(value: unknown, parse: (value: unknown) => T | undefined): Fact<T> {
  if (value === null || value === '') return empty('api');
  const parsed = parse(value);
  return parsed === undefined ? unknown('not-readable') : known(parsed, 'api');
}

/** A related record's name, from a query's row. */
export function nameIn(row: Row, relation: string): Fact<string> {
  const related = row[relation];
  if (related === undefined) return unknown('no-access');
  if (related === null) return empty('api');
  return factOf(isRow(related) ? related.Name : undefined, lineOf);
}

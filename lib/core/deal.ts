import type { Fact } from './fact.ts';
import { unknown, type UnknownReason } from './fact.ts';
import { FIELD_NAMES, type CustomValue, type FieldName, type FieldValues } from './fields.ts';
import type { Answer, Change, Exception, Parked } from './records.ts';

/** Which deal: the CRM's id, and the deal's id in it. `org` tells one database or tenant of a host from another. */
export interface DealRef {
  readonly crm: string;
  readonly id: string;
  readonly org?: string;
}

/** For every field a value, *empty*, or the reason that it is not known. */
export type Fields = { readonly [K in FieldName]: Fact<FieldValues[K]> };

/** What an adapter read about one deal, from the page or from the CRM's API. */
export interface Reading {
  readonly ref: DealRef;
  readonly url: string;
  readonly fields: Fields;
  readonly custom: Readonly<Record<string, Fact<CustomValue>>>;
}

/** A deal as `assess` sees it: its facts, and what is kept about it in Dealside. */
export interface Deal extends Reading {
  /** The answers by key, the newest of each. Undefined when they could not be read: then no answer counts as missing. */
  readonly answers: Readonly<Record<string, Answer>> | undefined;
  readonly exceptions: readonly Exception[];
  readonly parked: Parked | undefined;
  /** Saved changes, oldest first. */
  readonly history: readonly Change[];
  /** The first day from which `history` is complete, as YYYY-MM-DD; undefined when nothing is known of it. */
  readonly historySince: string | undefined;
}

/** Fields that are all unknown for one reason; an adapter overwrites those that it can read. */
export function unknownFields(reason: UnknownReason): { [K in FieldName]: Fact<FieldValues[K]> } {
  const fields: Partial<Record<FieldName, Fact<never>>> = {};
  for (const name of FIELD_NAMES) fields[name] = unknown(reason);
  return fields as { [K in FieldName]: Fact<FieldValues[K]> };
}

import { empty, known, unknown, type Fact, type UnknownReason } from '../core/fact.ts';
import type { Row } from './answer-values.ts';

/** Facts out of the answer of an API: what is not known is never empty. */

/** Null for empty, undefined for what nobody can read. */
export type Parse<T> = (value: unknown) => T | null | undefined;

/** A value as a fact: null and "" are empty, and so is a text that nothing is left of; what cannot be parsed is not readable. */
export function factOf<T>(value: unknown, parse: Parse<T>): Fact<T> {
  const found = value === null || value === '' ? null : parse(value);
  if (found === undefined) return unknown('not-readable');
  return found === null || found === '' ? empty('api') : known(found, 'api');
}

/** A column of a record as a fact. One that is not in the answer is unknown for `absent`: most CRMs leave out what the user may not see. */
export const columnFact = <T>(
  row: Row,
  name: string,
  parse: Parse<T>,
  absent: UnknownReason = 'no-access',
): Fact<T> => (Object.hasOwn(row, name) ? factOf(row[name], parse) : unknown(absent));

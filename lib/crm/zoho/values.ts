import { isRow, lineOf, listOf, type Row } from '../answer-values.ts';

/** Values as Zoho's API alone writes them. */

/** The rows under a key of an answer; none for an empty answer (204), undefined for another shape. */
export function rowsIn(answer: unknown, key: string): readonly Row[] | undefined {
  if (answer === undefined) return [];
  return listOf(isRow(answer) ? answer[key] : undefined);
}

/** A record's id: digits, as text, since they are more than a number can hold. */
export const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d+$/.test(value) ? value : undefined;

/** The name in a lookup: `{"name": "…", "id": "…"}`. */
export const nameOf = (value: unknown): string | undefined =>
  isRow(value) ? lineOf(value.name) : undefined;

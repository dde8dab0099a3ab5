import type { IsoDate } from '../../core/fields.ts';
import { dayAt, isRow, listOf, utcMomentOf, type Row } from '../answer-values.ts';
import { oneLine } from '../dom.ts';

/** Values as Odoo's JSON-RPC alone writes them: `false` is empty, a related record is `[id, "name"]`, a moment is in UTC. */

/** The records of an answer; what is none is left out. */
export const rowsOf = (result: unknown): readonly Row[] => listOf(result) ?? [];

/** The id of a record, as text. */
export const idOf = (value: unknown): string | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;

/** A related record: as `read` gives it, or as the client's own methods do. */
export function relatedOf(
  value: unknown,
): { readonly id: string; readonly label: string } | undefined {
  const [id, name]: readonly unknown[] = isRow(value)
    ? [value.id, value.display_name]
    : Array.isArray(value)
      ? (value as readonly unknown[])
      : [];
  const key = idOf(id);
  return key === undefined || typeof name !== 'string'
    ? undefined
    : { id: key, label: firstLine(name) };
}

/** The first line of a name: an address may follow. */
const firstLine = (name: string): string => oneLine(name.trim().split('\n')[0] ?? '');

/** A moment in UTC, as the day that it was here. */
export const localDayOf = (value: unknown): IsoDate | undefined => dayAt(utcMomentOf(value));

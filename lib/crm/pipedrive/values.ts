import type { IsoDate } from '../../core/fields.ts';
import { dayAt, isRow, momentOf as isoMomentOf, utcMomentOf } from '../answer-values.ts';

/** Values as Pipedrive's API alone writes them, in both of its versions. */

/** An id, which is a number; the first version writes some as an object with more about it. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'string' && /^\d+$/.test(value)) return value;
  return isRow(value) ? (idOf(value.id) ?? idOf(value.value)) : undefined;
}

/** A moment in milliseconds: RFC 3339, or "2026-11-21 16:15:39" in UTC, as the first version writes it. */
export const momentOf = (value: unknown): number | undefined =>
  isoMomentOf(value) ?? utcMomentOf(value);

/** The day that a moment was here. */
export const dayOf = (value: unknown): IsoDate | undefined => dayAt(momentOf(value));

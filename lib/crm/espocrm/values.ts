import type { IsoDate } from '../../core/fields.ts';
import { dayAt, isRow, listOf, utcMomentOf, type Row } from '../answer-values.ts';

/** Values as EspoCRM's API alone writes them. */

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
  const rows = isRow(answer) ? listOf(answer.list) : undefined;
  if (!isRow(answer) || !rows) return undefined;
  const total = typeof answer.total === 'number' ? answer.total : undefined;
  const counted = total !== undefined && total >= 0 ? total : undefined;
  const more = total === -1 || (counted !== undefined && offset + rows.length < counted);
  return { rows, total: counted, more: more && rows.length > 0 };
}

/** A moment in UTC, `2026-11-21 16:15:39`, as the day that it was here. */
export const localDayOf = (value: unknown): IsoDate | undefined => dayAt(utcMomentOf(value));

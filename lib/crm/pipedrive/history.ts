import type { DealRef } from '../../core/deal.ts';
import type { FieldName } from '../../core/fields.ts';
import type { Change } from '../../core/records.ts';
import type { Access } from '../access.ts';
import { dateOf, dayAt, decimalOf, isRow, lineOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { changeOf, plainText, type Places, type Text } from '../changes.ts';
import { CrmTrouble } from '../trouble.ts';
import { fetchRow } from './api.ts';
import { askVersion, textOrNone } from './request.ts';
import { fetchStages } from './stages.ts';
import { idOf, momentOf } from './values.ts';

/** Each field whose changes are kept, and its value as a plain text. */
const KEPT: Readonly<Record<string, readonly [FieldName, Text]>> = {
  stage_id: ['stage', idOf],
  expected_close_date: ['closeDate', dateOf],
  value: ['amount', decimalOf],
  probability: ['probability', decimalOf],
};

/** The most pages of changes that are read. */
const MOST_PAGES = 10;

interface Entry {
  readonly time: number;
  readonly row: Row;
}

/** The deal's changes, oldest first, from Pipedrive's own changelog of it, which is in the first version of its API. */
export async function history(
  access: Access,
  ref: DealRef,
): Promise<{ changes: readonly Change[]; since: string }> {
  const deal = await fetchRow(access, ref);
  const [{ entries, isCut }, stages] = await Promise.all([
    changelog(access, ref),
    attempt(access, () => fetchStages(access)),
  ]);
  const known = 'got' in stages ? stages.got : [];
  const [oldest] = entries;
  const since = isCut && oldest ? oldest.time : momentOf(deal.add_time);
  const day = since === undefined ? undefined : dayAt(since);
  if (day === undefined) throw new CrmTrouble('not-json');
  return { changes: entries.flatMap((entry) => changesIn(entry, known)), since: day };
}

async function changelog(
  access: Access,
  { id }: DealRef,
): Promise<{ entries: readonly Entry[]; isCut: boolean }> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let left = MOST_PAGES; left > 0; left -= 1) {
    const query = { limit: 500, cursor };
    const path = `/deals/${encodeURIComponent(id)}/changelog`;
    const answer = await askVersion(access, 'v1', path, query);
    if (answer.data !== null && !Array.isArray(answer.data)) throw new CrmTrouble('not-json');
    rows.push(...((answer.data ?? []) as unknown[]).filter(isRow));
    const more = isRow(answer.additional_data) ? answer.additional_data : {};
    cursor = textOrNone(more.next_cursor);
    if (cursor === undefined) break;
  }
  const entries = rows.flatMap((row) => {
    const time = momentOf(row.time);
    return time === undefined ? [] : [{ time, row }];
  });
  return { entries: entries.sort((a, b) => a.time - b.time), isCut: cursor !== undefined };
}

function changesIn({ time, row }: Entry, stages: Places): Change[] {
  const key = lineOf(row.field_key) ?? '';
  const kept = Object.hasOwn(KEPT, key) ? KEPT[key] : undefined;
  const day = dayAt(time);
  if (!kept || day === undefined) return [];
  const [field, text] = kept;
  const [from, to] = [plainText(row.old_value, text), plainText(row.new_value, text)];
  return changeOf({ field, from, to, day }, stages);
}

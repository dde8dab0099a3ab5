import type { DealRef } from '../../core/deal.ts';
import type { FieldName } from '../../core/fields.ts';
import type { Change } from '../../core/records.ts';
import type { Access } from '../access.ts';
import {
  dateOf,
  decimalOf,
  isRow,
  lineOf,
  listOf,
  localDayOf,
  momentOf,
  type Row,
} from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { changeOf, plainText, type Places, type Text } from '../changes.ts';
import { CrmTrouble } from '../trouble.ts';
import { clientOf, nextOf, type Client } from './client.ts';
import { allStages } from './stages.ts';
import { rowsIn } from './values.ts';

/** The client's own version of the timeline. */
const timelineOf = (id: string): string => `/crm/v9/Deals/${id}/timelines`;
/** Pages of 200 that are read: a deal that was written more often is known from a later day on. */
const MOST_PAGES = 5;

/** The fields whose changes are kept, by their names in the API. The timeline may write a number as text. */
const KEPT: Readonly<Record<string, readonly [field: FieldName, text: Text]>> = {
  Closing_Date: ['closeDate', dateOf],
  Stage: ['stage', lineOf],
  Amount: ['amount', decimalOf],
  Probability: ['probability', decimalOf],
};

/**
 * The deal's changes, from its timeline. A change of a kept field that cannot be read costs the whole history: a count of
 * pushes that leaves one out would be wrong. Dealside's own history stands in then.
 */
export async function history(
  access: Access,
  ref: DealRef,
): Promise<{ changes: readonly Change[]; since: string }> {
  const client = clientOf(access, ref.org ?? '');
  const [entries, stages] = await Promise.all([
    entriesOf(client, ref.id),
    attempt(access, () => allStages(client)),
  ]);
  const [first] = entries;
  if (!first) throw new CrmTrouble('not-found');
  const all = 'got' in stages ? stages.got : [];
  const changes = entries.flatMap(({ row, day }) => changesIn(row, day, all));
  return { changes, since: first.day };
}

interface Entry {
  readonly row: Row;
  readonly time: number;
  readonly day: string;
}

/** What happened to the deal, oldest first. */
async function entriesOf(client: Client, id: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let query: Parameters<Client['get']>[1] = {};
  for (let page = 1; page <= MOST_PAGES && query; page += 1) {
    const answer = await client.get(timelineOf(id), { per_page: 200, ...query });
    const rows = rowsIn(answer, 'timelines');
    if (!rows) throw new CrmTrouble('not-json');
    entries.push(...rows.flatMap(entryOf));
    query = nextOf(answer, page);
  }
  return entries.sort((a, b) => a.time - b.time);
}

function entryOf(row: Row): Entry[] {
  const [time, day] = [momentOf(row.audited_time), localDayOf(row.audited_time)];
  return time === undefined || day === undefined ? [] : [{ row, time, day }];
}

function changesIn({ field_history: fields }: Row, day: string, stages: Places): Change[] {
  return (listOf(fields) ?? []).flatMap((entry) => {
    const name = lineOf(entry.api_name) ?? '';
    const kept = Object.hasOwn(KEPT, name) ? KEPT[name] : undefined;
    return kept ? changesOf(entry, day, kept, stages) : [];
  });
}

function changesOf(
  entry: Row,
  day: string,
  [field, text]: readonly [FieldName, Text],
  stages: Places,
): Change[] {
  if (!isRow(entry._value)) throw new CrmTrouble('not-json');
  const [from, to] = [plainText(entry._value.old, text), plainText(entry._value.new, text)];
  if (from === undefined || to === undefined) throw new CrmTrouble('not-json');
  return changeOf({ field, from, to, day }, stages);
}

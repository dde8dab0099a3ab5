import type { DealRef } from '../../core/deal.ts';
import type { FieldName } from '../../core/fields.ts';
import type { Change } from '../../core/records.ts';
import type { Access } from '../access.ts';
import { attempt } from '../ask.ts';
import { CrmTrouble } from '../trouble.ts';
import { clientOf, nextOf, type Client } from './client.ts';
import { allStages, type ZohoStage } from './stages.ts';
import { dateOf, dayOf, decimalOf, isRow, lineOf, rowsIn, timeOf, type Row } from './values.ts';

/** The client's own version of the timeline. */
const timelineOf = (id: string): string => `/crm/v9/Deals/${id}/timelines`;
/** Pages of 200 that are read: a deal that was written more often is known from a later day on. */
const MOST_PAGES = 5;

type Text = (value: unknown) => string | undefined;
/** A number, which the timeline may write as text. */
const amountOf: Text = (value) =>
  decimalOf(typeof value === 'string' && value.trim() !== '' ? Number(value) : value);

/** The fields whose changes are kept, by their names in the API. */
const KEPT: Readonly<Record<string, readonly [field: FieldName, text: Text]>> = {
  Closing_Date: ['closeDate', dateOf],
  Stage: ['stage', lineOf],
  Amount: ['amount', amountOf],
  Probability: ['probability', amountOf],
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
  const [time, day] = [timeOf(row.audited_time), dayOf(row.audited_time)];
  return time === undefined || day === undefined ? [] : [{ row, time, day }];
}

function changesIn(
  { field_history: fields }: Row,
  day: string,
  stages: readonly ZohoStage[],
): Change[] {
  if (!Array.isArray(fields)) return [];
  return fields.filter(isRow).flatMap((entry) => {
    const name = lineOf(entry.api_name) ?? '';
    const kept = Object.hasOwn(KEPT, name) ? KEPT[name] : undefined;
    return kept ? changeOf(entry, day, kept, stages) : [];
  });
}

function changeOf(
  entry: Row,
  day: string,
  [field, text]: readonly [FieldName, Text],
  stages: readonly ZohoStage[],
): Change[] {
  if (!isRow(entry._value)) throw new CrmTrouble('not-json');
  const [from, to] = [entry._value.old, entry._value.new].map((value) => valueOf(value, text));
  if (from === to || from === undefined || to === undefined) return [];
  const orders = field === 'stage' ? ordersOf(from, to, stages) : {};
  return [{ field, from, to, ...orders, day, source: 'history' }];
}

function valueOf(value: unknown, text: Text): string | null {
  if (value === null || value === undefined || value === '') return null;
  const found = text(value);
  if (found === undefined) throw new CrmTrouble('not-json');
  return found;
}

/** A stage in two pipelines has a place in each: it counts where it is the same one. */
function ordersOf(
  from: string | null,
  to: string | null,
  stages: readonly ZohoStage[],
): Pick<Change, 'fromOrder' | 'toOrder'> {
  const orderOf = (id: string | null): number | undefined => {
    const orders = new Set(stages.filter((stage) => stage.id === id).map(({ order }) => order));
    return orders.size === 1 ? [...orders][0] : undefined;
  };
  const [fromOrder, toOrder] = [orderOf(from), orderOf(to)];
  return {
    ...(fromOrder === undefined ? {} : { fromOrder }),
    ...(toOrder === undefined ? {} : { toOrder }),
  };
}

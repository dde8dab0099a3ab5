import type { DealRef } from '../../core/deal.ts';
import type { FieldName } from '../../core/fields.ts';
import type { Change } from '../../core/records.ts';
import type { Access } from '../access.ts';
import { dayOf, decimalOfNumber, isRow, listOf, percentOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { changeOf, plainText, type Places, type Text } from '../changes.ts';
import { CrmTrouble } from '../trouble.ts';
import { getRow, getRows } from './client.ts';
import { processRuns, standingOf } from './process.ts';
import { stages } from './stages.ts';
import { guidOf } from './guid.ts';

/** Each audited column, and its value as a plain text. */
type Column = readonly [field: FieldName, column: string, text: Text];
const DEAL: readonly Column[] = [
  ['amount', 'estimatedvalue', decimalOfNumber],
  ['closeDate', 'estimatedclosedate', dayOf],
  ['probability', 'closeprobability', (value) => percentOf(value)?.toString()],
];
const PROCESS: readonly Column[] = [['stage', '_activestageid_value', guidOf]];

/**
 * The deal's changes, from the CRM's audit of it; those of its stage from the audit of its process, which many
 * organisations leave off. Where the close date is not audited there is no history: its silence would look like a date
 * that never moved. Dealside's own history stands in then.
 */
export async function history(
  access: Access,
  ref: DealRef,
): Promise<{ changes: readonly Change[]; since: string }> {
  const [audited, entries, moves] = await Promise.all([
    isAudited(access),
    entriesOf(access, `opportunities(${ref.id})`, DEAL),
    attempt(access, () => movesOf(access, ref)),
  ]);
  const since = entries[0]?.day;
  if (!audited || since === undefined) throw new CrmTrouble('not-found');
  const changes = [...entries, ...('got' in moves ? moves.got : [])].flatMap(
    (entry) => entry.changes,
  );
  return { changes: changes.sort((a, b) => a.day.localeCompare(b.day)), since };
}

async function isAudited(access: Access): Promise<boolean> {
  const [row] = await getRows(access, "EntityDefinitions(LogicalName='opportunity')/Attributes", {
    select: 'LogicalName,IsAuditEnabled',
    filter: "LogicalName eq 'estimatedclosedate'",
  });
  return isRow(row?.IsAuditEnabled) && row.IsAuditEnabled.Value === true;
}

interface Entry {
  readonly time: string;
  readonly day: string;
  readonly changes: readonly Change[];
}

/** What was audited of one record, oldest first. */
async function entriesOf(
  access: Access,
  record: string,
  columns: readonly Column[],
  stages: Places = [],
): Promise<Entry[]> {
  const path = `${record}/Microsoft.Dynamics.CRM.RetrieveRecordChangeHistory()`;
  const { AuditDetailCollection: collection } = await getRow(access, path);
  const details = isRow(collection) ? listOf(collection.AuditDetails) : undefined;
  if (!details) throw new CrmTrouble('not-json');
  return details
    .flatMap((detail) => entryOf(detail, columns, stages))
    .sort((a, b) => a.time.localeCompare(b.time));
}

function entryOf(detail: Row, columns: readonly Column[], stages: Places): Entry[] {
  const time = isRow(detail.AuditRecord) ? detail.AuditRecord.createdon : undefined;
  const day = dayOf(time);
  if (typeof time !== 'string' || day === undefined) return [];
  const [before, after] = [detail.OldValue, detail.NewValue];
  const both = isRow(before) && isRow(after);
  return [{ time, day, changes: both ? changesOf(before, after, day, columns, stages) : [] }];
}

/** A column that is in neither did not change; in one alone, the other was empty. The first value is no change. */
function changesOf(
  before: Row,
  after: Row,
  day: string,
  columns: readonly Column[],
  stages: Places,
): Change[] {
  if (Object.keys(before).every((key) => key.startsWith('@'))) return [];
  return columns.flatMap(([field, column, text]) => {
    if (!(column in before) && !(column in after)) return [];
    const [from, to] = [plainText(before[column], text), plainText(after[column], text)];
    return changeOf({ field, from, to, day }, stages);
  });
}

/** The moves of the process that the deal is in, with the direction of each. */
async function movesOf(access: Access, ref: DealRef): Promise<Entry[]> {
  const [runs, all] = await Promise.all([processRuns(access, [ref.id]), stages(access)]);
  const { run } = standingOf(runs, ref, 'open');
  const id = guidOf(run?.row.businessprocessflowinstanceid);
  if (!run || id === undefined) return [];
  return entriesOf(access, `${run.table}(${id})`, PROCESS, all);
}

import type { DealRef } from '../../core/deal.ts';
import type { FieldName } from '../../core/fields.ts';
import type { Change } from '../../core/records.ts';
import type { Access } from '../access.ts';
import {
  dateOf,
  percentOf,
  decimalOfNumber,
  lineOf,
  localDayOf,
  momentOf,
  type Row,
} from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { changeOf, plainText, type Places, type Step, type Text } from '../changes.ts';
import { CrmTrouble } from '../trouble.ts';
import { idIn, query } from './rows-of.ts';
import { stages } from './stages.ts';
import { categoryOf } from './values.ts';

/** The newest entries that are read: a deal that changed more often is known from a later day on. */
const MOST = 1000;

const SNAPSHOTS = (id: string): string =>
  'SELECT StageName, Amount, CloseDate, Probability, ForecastCategory, CreatedDate FROM OpportunityHistory ' +
  `WHERE OpportunityId = '${id}' ORDER BY CreatedDate DESC LIMIT ${MOST}`;
const TRACKED = (id: string): string =>
  'SELECT Field, OldValue, NewValue, CreatedDate FROM OpportunityFieldHistory ' +
  `WHERE OpportunityId = '${id}' AND Field IN ('Name', 'NextStep') ORDER BY CreatedDate DESC LIMIT ${MOST}`;

/** What Salesforce keeps of every deal: one entry for each change of one of these. Each value as a plain text. */
const KEPT: readonly (readonly [FieldName, string, Text])[] = [
  ['amount', 'Amount', decimalOfNumber],
  ['closeDate', 'CloseDate', dateOf],
  ['stage', 'StageName', lineOf],
  ['probability', 'Probability', (value) => percentOf(value)?.toString()],
  [
    'forecastCategory',
    'ForecastCategory',
    (value) => (typeof value === 'string' ? categoryOf(value) : undefined),
  ],
];

/** What it keeps where an admin turned the tracking of a field on. */
const ALSO: Readonly<Record<string, FieldName>> = { Name: 'name', NextStep: 'nextStep' };

/** The deal's changes, from the CRM's own history of it, which reaches back to the deal's first day. */
export async function history(
  access: Access,
  ref: DealRef,
): Promise<{ changes: readonly Change[]; since: string }> {
  const id = idIn(ref.id);
  const [snapshots, tracked, steps] = await Promise.all([
    query(access, SNAPSHOTS(id)),
    attempt(access, () => query(access, TRACKED(id))),
    attempt(access, () => stages(access)),
  ]);
  const rows = inOrder(snapshots.rows);
  const since = localDayOf(rows[0]?.CreatedDate);
  if (since === undefined) throw new CrmTrouble('not-json');
  const places = 'got' in steps ? steps.got : [];
  const all = [
    ...rows.flatMap((row, at) => (at === 0 ? [] : changesBetween(rows[at - 1] ?? {}, row, places))),
    ...('got' in tracked ? inOrder(tracked.got.rows).flatMap(trackedChange) : []),
  ];
  const changes = all.toSorted((a, b) => a.time - b.time).map(({ change }) => change);
  return { changes: changes.filter(({ day }) => day >= since), since };
}

interface Timed {
  readonly time: number;
  readonly change: Change;
}

/** Oldest first, without those that tell no time. */
const inOrder = (rows: readonly Row[]): Row[] =>
  rows
    .filter(({ CreatedDate }) => momentOf(CreatedDate) !== undefined)
    .toSorted((a, b) => (momentOf(a.CreatedDate) ?? 0) - (momentOf(b.CreatedDate) ?? 0));

function changesBetween(before: Row, after: Row, steps: Places): Timed[] {
  return KEPT.flatMap(([field, column, text]) => {
    // A column that the user may not see is in neither.
    if (before[column] === undefined || after[column] === undefined) return [];
    const [from, to] = [plainText(before[column], text), plainText(after[column], text)];
    return timed({ field, from, to }, after, steps);
  });
}

function trackedChange(row: Row): Timed[] {
  const name = lineOf(row.Field) ?? '';
  const field = Object.hasOwn(ALSO, name) ? ALSO[name] : undefined;
  if (field === undefined) return [];
  const [from, to] = [plainText(row.OldValue, lineOf), plainText(row.NewValue, lineOf)];
  return timed({ field, from, to }, row);
}

function timed(step: Omit<Step, 'day'>, { CreatedDate }: Row, steps?: Places): Timed[] {
  const [time, day] = [momentOf(CreatedDate), localDayOf(CreatedDate)];
  if (time === undefined || day === undefined) return [];
  return changeOf({ ...step, day }, steps).map((change) => ({ time, change }));
}

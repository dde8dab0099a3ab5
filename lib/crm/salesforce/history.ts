import type { DealRef } from '../../core/deal.ts';
import type { FieldName } from '../../core/fields.ts';
import type { Change } from '../../core/records.ts';
import type { Access } from '../access.ts';
import type { CrmStage } from '../adapter.ts';
import { attempt } from '../ask.ts';
import { CrmTrouble } from '../trouble.ts';
import {
  dateOf,
  dayOf,
  decimalOf,
  idIn,
  lineOf,
  numberOf,
  query,
  timeOf,
  type Row,
} from './rows-of.ts';
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
const KEPT: readonly (readonly [FieldName, string, (value: unknown) => string | undefined])[] = [
  ['amount', 'Amount', decimalOf],
  ['closeDate', 'CloseDate', dateOf],
  ['stage', 'StageName', lineOf],
  ['probability', 'Probability', (value) => numberOf(value)?.toString()],
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
  const since = dayOf(rows[0]?.CreatedDate);
  if (since === undefined) throw new CrmTrouble('not-json');
  const all = 'got' in steps ? steps.got : [];
  const timed = [
    ...rows.flatMap((row, at) => (at === 0 ? [] : changesBetween(rows[at - 1] ?? {}, row, all))),
    ...('got' in tracked ? inOrder(tracked.got.rows).flatMap(trackedChange) : []),
  ];
  const changes = timed.toSorted((a, b) => a.time - b.time).map(({ change }) => change);
  return { changes: changes.filter(({ day }) => day >= since), since };
}

interface Timed {
  readonly time: number;
  readonly change: Change;
}

/** Oldest first, without those that tell no time. */
const inOrder = (rows: readonly Row[]): Row[] =>
  rows
    .filter(({ CreatedDate }) => timeOf(CreatedDate) !== undefined)
    .toSorted((a, b) => (timeOf(a.CreatedDate) ?? 0) - (timeOf(b.CreatedDate) ?? 0));

function changesBetween(before: Row, after: Row, steps: readonly CrmStage[]): Timed[] {
  return KEPT.flatMap(([field, column, text]) => {
    // A column that the user may not see is in neither.
    if (before[column] === undefined || after[column] === undefined) return [];
    const [from, to] = [text(before[column]) ?? null, text(after[column]) ?? null];
    if (from === to) return [];
    const orders = field === 'stage' ? ordersOf(from, to, steps) : {};
    return timedChange({ field, from, to, ...orders }, after);
  });
}

function trackedChange(row: Row): Timed[] {
  const field = typeof row.Field === 'string' ? ALSO[row.Field] : undefined;
  if (field === undefined) return [];
  const [from, to] = [lineOf(row.OldValue) ?? null, lineOf(row.NewValue) ?? null];
  return from === to ? [] : timedChange({ field, from, to }, row);
}

function timedChange(change: Omit<Change, 'day' | 'source'>, { CreatedDate }: Row): Timed[] {
  const [time, day] = [timeOf(CreatedDate), dayOf(CreatedDate)];
  if (time === undefined || day === undefined) return [];
  return [{ time, change: { ...change, day, source: 'history' } }];
}

function ordersOf(
  from: string | null,
  to: string | null,
  steps: readonly CrmStage[],
): Pick<Change, 'fromOrder' | 'toOrder'> {
  const orderOf = (id: string | null): number | undefined =>
    steps.find((step) => step.id === id)?.order;
  const [fromOrder, toOrder] = [orderOf(from), orderOf(to)];
  return {
    ...(fromOrder === undefined ? {} : { fromOrder }),
    ...(toOrder === undefined ? {} : { toOrder }),
  };
}

import type { DealRef } from '../../core/deal.ts';
import type { IsoDate } from '../../core/fields.ts';
import type { Change } from '../../core/records.ts';
import { withQuery, type Access } from '../access.ts';
import { todayAt, dayOf, isRow, textIn, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { changeOf, type Places } from '../changes.ts';
import { CrmTrouble } from '../trouble.ts';
import { rest } from './session.ts';
import { learnStages } from './stages.ts';
import { moneyOf, rowsIn } from './values.ts';

const PAGE = 60;
/** A timeline of more pages than these is read no further: the oldest come last. */
const PAGES = 10;

/** How the deal is called in a timeline's row: newer releases, and older ones. */
const TARGETS = ['targetOpportunityId', 'opportunityId'] as const;

/** Reads the deal's changes from its timeline. */
export async function history(
  access: Access,
  { id }: DealRef,
): Promise<{ changes: readonly Change[]; since: IsoDate }> {
  const [stages, rows] = await Promise.all([
    attempt(access, () => learnStages(access)),
    rowsOf(access, id),
  ]);
  const found = rows.flatMap((row) => eventsIn(row));
  const { changes, since } = chained(found, 'got' in stages ? stages.got : []);
  const from = since ?? rows.flatMap((row) => dayIn(row) ?? [])[0] ?? todayAt(Date.now());
  return { changes: changes.filter(({ day }) => day >= from), since: from };
}

/** The timeline's rows, oldest first. */
async function rowsOf(access: Access, id: string): Promise<Row[]> {
  const [newer, older] = TARGETS;
  try {
    return await allOf(access, `${newer}[eq]:"${id}"`);
  } catch (error) {
    if (!(error instanceof CrmTrouble && error.kind === 'refused')) throw error;
    return allOf(access, `${older}[eq]:"${id}"`);
  }
}

async function allOf(access: Access, filter: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | undefined, left = PAGES; left > 0; left -= 1) {
    const answer = await rest(
      access,
      withQuery('/rest/timelineActivities', {
        filter,
        order_by: 'happensAt[DescNullsLast]',
        limit: PAGE,
        depth: 0,
        starting_after: after,
      }),
    );
    if (!isRow(answer) || !isRow(answer.data)) throw new CrmTrouble('not-json');
    rows.push(...rowsIn(answer.data.timelineActivities));
    const { pageInfo } = answer;
    const next = isRow(pageInfo) && pageInfo.hasNextPage === true ? pageInfo.endCursor : undefined;
    if (typeof next !== 'string' || next === after) break;
    after = next;
  }
  return rows.reverse();
}

const dayIn = ({ happensAt, createdAt }: Row): IsoDate | undefined => dayOf(happensAt ?? createdAt);

const FIELDS = { stage: textIn, closeDate: dayOf, amount: amountIn } as const;
type Field = keyof typeof FIELDS;

function amountIn(value: unknown): string | null | undefined {
  const money = moneyOf(value);
  return money === null ? null : money?.amount;
}

/** What a row says: the deal's creation, or a field before and after. */
interface Event {
  readonly day: IsoDate;
  readonly created?: true;
  readonly field?: Field;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** `opportunity.updated` has `properties.diff.<field>.before` and `.after`. */
function eventsIn(row: Row): Event[] {
  const day = dayIn(row);
  if (day === undefined) return [];
  if (row.name === 'opportunity.created') return [{ day, created: true }];
  const diff = isRow(row.properties) ? row.properties.diff : undefined;
  if (row.name !== 'opportunity.updated' || !isRow(diff)) return [];
  return (Object.keys(FIELDS) as Field[]).flatMap((field) => {
    const change = diff[field];
    if (!isRow(change)) return [];
    const [from, to] = [change.before, change.after].map((value) =>
      value === null ? null : FIELDS[field](value),
    );
    return from === undefined || to === undefined || from === to ? [] : [{ day, field, from, to }];
  });
}

/**
 * The changes, and the day from which they are known to be complete. Twenty can lose updates: where a field was not left
 * as the change before had made it, the time before is not covered.
 */
function chained(
  events: readonly Event[],
  stages: Places,
): { changes: Change[]; since: IsoDate | undefined } {
  const last = new Map<Field, string | null>();
  const changes: Change[] = [];
  let since: IsoDate | undefined;
  for (const { day, created, field, from = null, to = null } of events) {
    if (created) since = day;
    if (field === undefined) continue;
    if (last.has(field) && last.get(field) !== from) since = day;
    last.set(field, to);
    changes.push(...changeOf({ field, from, to, day }, stages));
  }
  return { changes, since };
}

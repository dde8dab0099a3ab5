import type { DealRef } from '../../core/deal.ts';
import { empty, known, unknown, type UnknownReason } from '../../core/fact.ts';
import type { Access } from '../access.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { booking, dueDay, isDone, isKept, mailMoves, moveOf, type Move } from './moves.ts';
import { askPage, type Page } from './request.ts';
import { lineOf, type Row } from './values.ts';

export type ActivityFacts = Pick<
  Required<SomeFields>,
  'lastContact' | 'lastContactBy' | 'nextMeeting' | 'nextStep' | 'nextStepDate'
>;

/**
 * The buyer's last move, the next meeting and the next step, from the deal's activities and its mails: one request, since
 * the deal itself has none of these in the second version of the API. `now` is the present, in milliseconds.
 */
export async function activityFacts(
  access: Access,
  { id }: DealRef,
  deal: Row,
  now: number,
): Promise<ActivityFacts> {
  const page = await attempt(access, () =>
    askPage(access, {
      v2: ['/activities', { deal_id: id, sort_by: 'due_date', sort_direction: 'desc', limit: 500 }],
      v1: [`/deals/${encodeURIComponent(id)}/activities`, { limit: 500 }],
    }),
  );
  if ('reason' in page) return allUnknown(page.reason);
  const activities = page.got.rows.filter(isKept);
  return {
    ...lastContact(deal, activities, page.got, now),
    nextMeeting: nextMeeting(activities, now),
    ...nextStep(activities),
  };
}

function allUnknown(reason: UnknownReason): ActivityFacts {
  const fact = unknown(reason);
  return {
    lastContact: fact,
    lastContactBy: fact,
    nextMeeting: fact,
    nextStep: fact,
    nextStepDate: fact,
  };
}

/**
 * The buyer's latest certain move, unless something later may have been one: then nobody can tell. Ours is named only where
 * the buyer never moved at all. Where the deal does not say when mails came, a later one may be hidden.
 */
function lastContact(
  deal: Row,
  activities: readonly Row[],
  { next }: Page,
  now: number,
): Pick<ActivityFacts, 'lastContact' | 'lastContactBy'> {
  const lost = unknown('not-readable');
  if (!('last_incoming_mail_time' in deal)) return { lastContact: lost, lastContactBy: lost };
  const moves = [...mailMoves(deal), ...activities.flatMap((row) => moveOf(row, now) ?? [])];
  const latest = (by: Move['by']): string =>
    moves.reduce((day, move) => (move.by === by && move.day > day ? move.day : day), '');
  const [buyer, us, unsure] = [latest('buyer'), latest('us'), latest('unsure')];
  if (unsure > buyer) {
    const fact = unknown('ambiguous', unsure);
    return { lastContact: fact, lastContactBy: fact };
  }
  if (buyer !== '')
    return { lastContact: known(buyer, 'api'), lastContactBy: known('buyer', 'api') };
  if (next) return { lastContact: lost, lastContactBy: lost };
  return us === ''
    ? { lastContact: empty('api'), lastContactBy: empty('api') }
    : { lastContact: known(us, 'api'), lastContactBy: known('us', 'api') };
}

/** The first booked meeting or call; a planned activity of a company's own kind before it may be one, too. */
function nextMeeting(activities: readonly Row[], now: number): ActivityFacts['nextMeeting'] {
  const first = (sure: boolean): string | undefined =>
    activities
      .flatMap((row) => booking(row, now) ?? [])
      .filter((one) => one.sure === sure)
      .map(({ day }) => day)
      .sort()[0];
  const [day, doubt] = [first(true), first(false)];
  if (day !== undefined) return known(day, 'api');
  return doubt === undefined ? empty('api') : unknown('ambiguous', doubt);
}

/** Pipedrive's next step is the next planned activity, overdue or not: it has no other field for it. */
function nextStep(activities: readonly Row[]): Pick<ActivityFacts, 'nextStep' | 'nextStepDate'> {
  const [next] = activities
    .filter((row) => !isDone(row))
    .map((row) => ({ row, day: dueDay(row) }))
    .sort((a, b) => (a.day ?? '9999').localeCompare(b.day ?? '9999'));
  if (!next) return { nextStep: empty('api'), nextStepDate: empty('api') };
  const subject = lineOf(next.row.subject);
  return {
    nextStep: subject ? known(subject, 'api') : unknown('not-readable'),
    nextStepDate: next.day === undefined ? empty('api') : known(next.day, 'api'),
  };
}

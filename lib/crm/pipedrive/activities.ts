import type { DealRef } from '../../core/deal.ts';
import { empty, known, unknown, type UnknownReason } from '../../core/fact.ts';
import type { Access } from '../access.ts';
import { lineOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { lastContact, nextMeeting, unknownContact, type ContactFacts } from '../last-contact.ts';
import { booking, dueDay, isDone, isKept, mailMoves, moveOf } from './moves.ts';
import { askPage, type Page } from './request.ts';

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
    ...contactOf(deal, activities, page.got, now),
    // A later page holds earlier dates, and those that are over
    nextMeeting: nextMeeting(
      activities.flatMap((row) => booking(row, now) ?? []),
      true,
    ),
    ...nextStep(activities),
  };
}

function allUnknown(reason: UnknownReason): ActivityFacts {
  const fact = unknown(reason);
  return {
    ...unknownContact(reason),
    nextMeeting: fact,
    nextStep: fact,
    nextStepDate: fact,
  };
}

/** Where the deal does not say when mails came, a later one may be hidden. */
function contactOf(
  deal: Row,
  activities: readonly Row[],
  { next }: Page,
  now: number,
): ContactFacts {
  if (!('last_incoming_mail_time' in deal)) return unknownContact('not-readable');
  const moves = [...mailMoves(deal), ...activities.flatMap((row) => moveOf(row, now) ?? [])];
  return lastContact(moves, next === undefined);
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

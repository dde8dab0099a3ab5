import type { DealRef } from '../../core/deal.ts';
import { unknown, type Fact } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { dayAt, isRow, localDayOf, momentOf, todayAt, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { lastContact, nextMeeting, unknownContact, type Move } from '../last-contact.ts';
import { graphql } from './session.ts';
import { rowsIn } from './values.ts';

/** As many as Twenty gives at a time: meetings by their beginning and mail threads by their last mail, the newest first. */
const PAGE = 50;
const THREADS = 20;

/** Meetings and mails with the people of the deal's company, as the deal's own tabs for them show. Whose mail was the last of a thread is not told: only who wrote in it. */
const TIMELINE = {
  operationName: 'DealTimeline',
  query: `query DealTimeline($id: UUID!, $events: Int!, $threads: Int!) {
  events: getTimelineCalendarEventsFromOpportunityId(opportunityId: $id, page: 1, pageSize: $events) {
    totalNumberOfCalendarEvents
    timelineCalendarEvents { startsAt isCanceled isFullDay }
  }
  threads: getTimelineThreadsFromOpportunityId(opportunityId: $id, page: 1, pageSize: $threads) {
    totalNumberOfThreads
    timelineThreads {
      lastMessageReceivedAt
      participantCount
      firstParticipant { personId workspaceMemberId }
      lastTwoParticipants { personId workspaceMemberId }
    }
  }
}`,
} as const;

/** The last contact and the next meeting; each part that cannot be had costs its own fields. */
export async function timelineFacts(access: Access, { id }: DealRef): Promise<SomeFields> {
  const variables = { id, events: PAGE, threads: THREADS };
  const asked = await attempt(access, () =>
    graphql(access, '/graphql', { ...TIMELINE, variables }),
  );
  if (!('got' in asked)) {
    return { ...unknownContact(asked.reason), nextMeeting: unknown(asked.reason) };
  }
  const { events, threads } = asked.got;
  const meetings = isRow(events) ? meetingsIn(events, Date.now()) : undefined;
  return {
    ...(meetings?.moves && isRow(threads)
      ? lastContact(
          [...meetings.moves, ...movesIn(threads)],
          rowsIn(threads.timelineThreads).length < THREADS,
        )
      : unknownContact('not-readable')),
    nextMeeting: meetings?.next ?? unknown('not-readable'),
  };
}

/** Meetings that took place are the buyer's moves; the first of those ahead is the next one. */
function meetingsIn(
  { timelineCalendarEvents, totalNumberOfCalendarEvents: total }: Row,
  now: number,
): { moves: Move[] | undefined; next: Fact<IsoDate> } {
  const rows = rowsIn(timelineCalendarEvents);
  const events = rows.flatMap(({ startsAt, isCanceled, isFullDay }) => {
    const time = momentOf(startsAt);
    if (time === undefined || isCanceled === true) return [];
    // A whole day begins at midnight in UTC, wherever the user is.
    const day = isFullDay === true ? new Date(time).toISOString().slice(0, 10) : dayAt(time);
    if (day === undefined) return [];
    return [{ day, ahead: isFullDay === true ? day >= todayAt(now) : time > now }];
  });
  const past = events.filter(({ ahead }) => !ahead);
  // The newest come first: the next one is known once one before it was seen.
  const cut = typeof total === 'number' && total > rows.length;
  const whole = !cut || past.length > 0;
  return {
    moves: whole ? past.map(({ day }) => ({ day, by: 'buyer' })) : undefined,
    next: nextMeeting(
      events.filter(({ ahead }) => ahead),
      whole,
    ),
  };
}

/** The last mails of the threads; nobody says who wrote the last where both did. */
function movesIn({ timelineThreads }: Row): Move[] {
  return rowsIn(timelineThreads).flatMap((thread) => {
    const day = localDayOf(thread.lastMessageReceivedAt);
    return day === undefined ? [] : [{ day, by: writerOf(thread) }];
  });
}

/** The side that wrote all mails of a thread, where all who wrote are named and known. */
function writerOf({ participantCount, firstParticipant, lastTwoParticipants }: Row): Move['by'] {
  const writers = [...rowsIn([firstParticipant]), ...rowsIn(lastTwoParticipants)];
  if (writers.length === 0 || participantCount !== writers.length) return 'unsure';
  const sides = writers.map(({ personId, workspaceMemberId }) => {
    if (typeof workspaceMemberId === 'string') return 'us';
    return typeof personId === 'string' ? 'buyer' : 'unsure';
  });
  const [side = 'unsure'] = sides;
  return sides.every((one) => one === side) ? side : 'unsure';
}

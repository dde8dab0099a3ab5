import type { DealRef } from '../../core/deal.ts';
import { empty, known, unknown, type Fact } from '../../core/fact.ts';
import type { IsoDate, Side } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { graphql } from './session.ts';
import { dayOf, isRow, rowsIn, timeOf, type Row } from './values.ts';

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

/** A move between buyer and us; `unsure` where both wrote, and nobody says who was the last. */
interface Move {
  readonly day: IsoDate;
  readonly by: Side | 'unsure';
}

/** The last contact and the next meeting; each part that cannot be had costs its own fields. */
export async function timelineFacts(access: Access, { id }: DealRef): Promise<SomeFields> {
  const variables = { id, events: PAGE, threads: THREADS };
  const asked = await attempt(access, () =>
    graphql(access, '/graphql', { ...TIMELINE, variables }),
  );
  if (!('got' in asked)) {
    const lost = unknown(asked.reason);
    return { lastContact: lost, lastContactBy: lost, nextMeeting: lost };
  }
  const { events, threads } = asked.got;
  const meetings = isRow(events) ? meetingsIn(events, Date.now()) : undefined;
  return {
    ...lastContact(meetings?.moves, isRow(threads) ? movesIn(threads) : undefined),
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
    const time = timeOf(startsAt);
    if (time === undefined || isCanceled === true) return [];
    // A whole day begins at midnight in UTC, wherever the user is.
    const day = isFullDay === true ? new Date(time).toISOString().slice(0, 10) : dayOf(time);
    const ahead = isFullDay === true ? day >= dayOf(now) : time > now;
    return [{ day, ahead }];
  });
  const past = events.filter(({ ahead }) => !ahead);
  const first = events.filter(({ ahead }) => ahead).at(-1);
  // The newest come first: the next one is known once one before it was seen.
  const cut = typeof total === 'number' && total > rows.length;
  const whole = !cut || past.length > 0;
  if (!whole) return { moves: undefined, next: unknown('not-readable') };
  return {
    moves: past.map(({ day }) => ({ day, by: 'buyer' as const })),
    next: first ? known(first.day, 'api') : empty('api'),
  };
}

/** The last mails of the threads. */
function movesIn({ timelineThreads }: Row): Move[] {
  return rowsIn(timelineThreads).flatMap((thread) => {
    const time = timeOf(thread.lastMessageReceivedAt);
    return time === undefined ? [] : [{ day: dayOf(time), by: writerOf(thread) }];
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

/** The buyer's last move; ambiguous where a later mail may be theirs. */
function lastContact(meetings: Move[] | undefined, mails: Move[] | undefined): SomeFields {
  const both = (at: Fact<IsoDate>, by: Fact<Side>) => ({ lastContact: at, lastContactBy: by });
  if (!meetings || !mails) return both(unknown('not-readable'), unknown('not-readable'));
  const newest = (by: Move['by']): IsoDate | undefined =>
    [...meetings, ...mails]
      .filter((move) => move.by === by)
      .map(({ day }) => day)
      .sort()
      .at(-1);
  const [buyer, unsure, us] = [newest('buyer'), newest('unsure'), newest('us')];
  if (unsure !== undefined && !(buyer !== undefined && buyer >= unsure))
    return both(unknown('ambiguous'), unknown('ambiguous'));
  if (buyer !== undefined) return both(known(buyer, 'api'), known('buyer', 'api'));
  if (us !== undefined && mails.length < THREADS) return both(known(us, 'api'), known('us', 'api'));
  if (us !== undefined) return both(unknown('not-readable'), unknown('not-readable'));
  return both(empty('api'), empty('api'));
}

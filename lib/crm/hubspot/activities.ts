import { unknown } from '../../core/fact.ts';
import type { DealRef } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import { dayAt, isRow, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { lastContact, nextMeeting, unknownContact, type Move } from '../last-contact.ts';
import { callMove, emailMove, isBooked, meetingMove, startOf } from './moves.ts';
import { askHubSpot } from './request.ts';
import { momentOf, propertiesOf, resultsOf } from './values.ts';

/** The most that one search gives: the newest come first. */
const MOST = 200;

const KINDS = [
  ['meetings', ['hs_timestamp', 'hs_meeting_start_time', 'hs_meeting_outcome']],
  ['calls', ['hs_timestamp', 'hs_call_direction', 'hs_call_disposition', 'hs_call_status']],
  ['emails', ['hs_timestamp', 'hs_email_direction', 'hs_email_status']],
] as const;

interface Found {
  readonly rows: readonly Row[];
  /** There are older ones that were not read. */
  readonly more: boolean;
}

/**
 * The buyer's last move and the next meeting, from the meetings, calls and e-mails that are logged on the deal. `contacted` is
 * HubSpot's own "last contacted": it knows more channels and not who moved, so that it only ever says that there is
 * something later which cannot be judged. `now` is the present, in milliseconds.
 */
export async function activityFacts(
  access: Access,
  ref: DealRef,
  contacted: unknown,
  now: number,
): Promise<Pick<SomeFields, 'lastContact' | 'lastContactBy' | 'nextMeeting'>> {
  const [meetings, calls, emails] = await Promise.all(
    KINDS.map(([kind, properties]) => attempt(access, () => search(access, ref, kind, properties))),
  );
  const found = [meetings, calls, emails];
  const failed = found.find((one) => one !== undefined && 'reason' in one);
  const next = meetings && 'got' in meetings ? booked(meetings.got, now) : undefined;
  const reason = meetings && 'reason' in meetings ? meetings.reason : 'not-readable';
  const moves = [
    ...movesOf(meetings, (row) => meetingMove(row, now)),
    ...movesOf(calls, (row) => callMove(row, now)),
    ...movesOf(emails, (row) => emailMove(row, now)),
  ];
  const complete = !found.some((one) => one !== undefined && 'got' in one && one.got.more);
  return {
    // Without one of the three a later move may be hidden
    ...(failed && 'reason' in failed
      ? unknownContact(failed.reason)
      : lastContact([...moves, ...unexplained(contacted, moves)], complete)),
    nextMeeting: next ?? unknown(reason),
  };
}

type Attempted = Awaited<ReturnType<typeof attempt<Found>>> | undefined;

const movesOf = (attempted: Attempted, moveOf: (row: Row) => Move | undefined): Move[] =>
  attempted && 'got' in attempted ? attempted.got.rows.flatMap((row) => moveOf(row) ?? []) : [];

async function search(
  access: Access,
  { org, id }: DealRef,
  kind: string,
  properties: readonly string[],
): Promise<Found> {
  const answer = await askHubSpot(access, org, {
    path: `/crm/v3/objects/${kind}/search`,
    body: {
      filterGroups: [
        { filters: [{ propertyName: 'associations.deal', operator: 'EQ', value: id }] },
      ],
      sorts: [{ propertyName: 'hs_timestamp', direction: 'DESCENDING' }],
      properties,
      limit: MOST,
    },
  });
  const rows = resultsOf(answer).map(propertiesOf);
  const total = isRow(answer) && typeof answer.total === 'number' ? answer.total : rows.length;
  return { rows, more: total > rows.length };
}

/** Only a meeting is a meeting that is booked: a task or a planned call stops no clock. */
const booked = ({ rows }: Found, now: number) =>
  nextMeeting(
    rows
      .filter((row) => isBooked(row, now))
      .flatMap((row) => dayAt(startOf(row)) ?? [])
      .map((day) => ({ day })),
    true,
  );

/** What HubSpot itself calls the last contact, where it is on a later day than all that was logged. */
function unexplained(contacted: unknown, moves: readonly Move[]): Move[] {
  const day = dayAt(momentOf(contacted));
  return day === undefined || moves.some((move) => move.day >= day) ? [] : [{ by: 'unsure', day }];
}

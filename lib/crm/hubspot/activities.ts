import { empty, known, unknown } from '../../core/fact.ts';
import type { DealRef } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { callMove, emailMove, isBooked, meetingMove, startOf, type Move } from './moves.ts';
import { askHubSpot } from './request.ts';
import { dayAt, isRow, momentOf, propertiesOf, resultsOf, type Row } from './values.ts';

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
  const nextMeeting = meetings && 'got' in meetings ? booked(meetings.got, now) : undefined;
  const reason = meetings && 'reason' in meetings ? meetings.reason : 'not-readable';
  return {
    // Without one of the three a later move may be hidden
    ...(failed && 'reason' in failed
      ? { lastContact: unknown(failed.reason), lastContactBy: unknown(failed.reason) }
      : lastContact(
          [
            ...movesOf(meetings, (row) => meetingMove(row, now)),
            ...movesOf(calls, (row) => callMove(row, now)),
            ...movesOf(emails, (row) => emailMove(row, now)),
          ],
          found.some((one) => one !== undefined && 'got' in one && one.got.more),
          momentOf(contacted),
        )),
    nextMeeting: nextMeeting ?? unknown(reason),
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
function booked({ rows }: Found, now: number) {
  const next = rows
    .filter((row) => isBooked(row, now))
    .map((row) => startOf(row) ?? now)
    .sort((a, b) => a - b)[0];
  const day = next === undefined ? undefined : dayAt(next);
  return day === undefined ? empty('api') : known(day, 'api');
}

/**
 * The latest certain move of the buyer, unless something later may have been one: then nobody can tell. Ours is named only
 * where the buyer never moved at all.
 */
function lastContact(
  moves: readonly Move[],
  more: boolean,
  contacted: number | undefined,
): Pick<SomeFields, 'lastContact' | 'lastContactBy'> {
  const latest = (by: Move['by']): number =>
    Math.max(-Infinity, ...moves.filter((move) => move.by === by).map(({ time }) => time));
  const [buyer, us, unsure] = [latest('buyer'), latest('us'), latest('unsure')];
  const unexplained = contacted !== undefined && isLater(contacted, Math.max(buyer, us, unsure));
  const doubt = unexplained ? contacted : unsure;
  if (isLater(doubt, buyer)) {
    const fact = unknown('ambiguous', dayAt(doubt));
    return { lastContact: fact, lastContactBy: fact };
  }
  if (buyer > -Infinity) return on(buyer, 'buyer');
  if (more) return { lastContact: unknown('not-readable'), lastContactBy: unknown('not-readable') };
  return us > -Infinity ? on(us, 'us') : { lastContact: empty('api'), lastContactBy: empty('api') };
}

/** Later by its day: within one day the order does not matter. */
function isLater(time: number, than: number): boolean {
  if (time === -Infinity) return false;
  return than === -Infinity || (dayAt(time) ?? '') > (dayAt(than) ?? '');
}

function on(time: number, by: 'buyer' | 'us'): Pick<SomeFields, 'lastContact' | 'lastContactBy'> {
  const day = dayAt(time);
  return day === undefined
    ? { lastContact: unknown('not-readable'), lastContactBy: unknown('not-readable') }
    : { lastContact: known(day, 'api'), lastContactBy: known(by, 'api') };
}

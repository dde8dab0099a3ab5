import { known, unknown, type Fact } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { localDayOf, momentOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { lastContact, nextMeeting, unknownContact, type Move } from '../last-contact.ts';
import { CrmTrouble } from '../trouble.ts';
import { hasMore, type Client } from './client.ts';
import { rowsIn } from './values.ts';

/**
 * The last contact with the buyer and the next meeting, from the deal's related lists. The deal's own
 * `Last_Activity_Time` is never used: imports and syncs move it.
 */

/** The client's own version of this list, newest first. Where it is long, a reply must be among those that came. */
async function emailsOf(client: Client, id: string): Promise<readonly Row[]> {
  const answer = await client.get(`/crm/v6/Deals/${id}/Emails`);
  const rows = rowsIn(answer, 'Emails');
  if (!rows) throw new CrmTrouble('not-json');
  if (hasMore(answer) && !rows.some(({ sent }) => sent === false)) throw new CrmTrouble('refused');
  return rows;
}

/** Reads who moved last, and when the next meeting is. Each of the two fails by itself. */
export async function contactOf(access: Access, client: Client, id: string): Promise<SomeFields> {
  const list = (name: string): Promise<readonly Row[]> => client.wholeList(`Deals/${id}/${name}`);
  const now = Date.now();
  const [meetings, calls, emails] = await Promise.all([
    attempt(access, async () =>
      (await Promise.all([list('Events'), list('Events_History')])).flat(),
    ),
    attempt(access, () => list('Calls_History')),
    attempt(access, () => emailsOf(client, id)),
  ]);
  const failed = [meetings, calls, emails].find((one) => 'reason' in one);
  // The list that could not be read could hold the latest.
  const lost = failed && 'reason' in failed ? unknownContact(failed.reason) : undefined;
  const moves = [
    ...('got' in meetings ? meetings.got.flatMap((row) => held(row, now)) : []),
    ...('got' in calls ? calls.got.flatMap(called) : []),
    ...('got' in emails ? emails.got.flatMap(written) : []),
  ];
  return {
    ...(lost ?? lastContact(moves, true)),
    nextMeeting: 'got' in meetings ? nextOf(meetings.got, now) : unknown(meetings.reason),
  };
}

/** The people at the buyer who have a role in the deal. */
export async function contactsOf(
  access: Access,
  client: Client,
  id: string,
): Promise<Fact<number>> {
  const people = await attempt(access, () => client.wholeList(`Deals/${id}/Contact_Roles`));
  return 'got' in people ? known(people.got.length, 'api') : unknown(people.reason);
}

function touch(moment: unknown, by: Move['by']): Move[] {
  const day = localDayOf(moment);
  return day === undefined ? [] : [{ day, by }];
}

/** A meeting that is over. */
const held = (row: Row, now: number): Move[] =>
  (momentOf(row.End_DateTime) ?? Infinity) <= now ? touch(row.Start_DateTime, 'buyer') : [];

/** A missed call is nobody's move; one of ours that nobody answered is ours. */
function called({ Call_Type: type, Call_Start_Time: start, ...row }: Row): Move[] {
  if (type === 'Inbound') return touch(start, 'buyer');
  if (type !== 'Outbound') return [];
  const { Call_Duration_in_seconds: seconds, Call_Duration: shown } = row;
  const lasted =
    typeof seconds === 'number' ? seconds > 0 : typeof shown === 'string' && /[1-9]/.test(shown);
  return touch(start, lasted ? 'buyer' : 'us');
}

/** An e-mail tells whether it was sent from here. */
const written = ({ sent, time }: Row): Move[] =>
  typeof sent === 'boolean' ? touch(time, sent ? 'us' : 'buyer') : [];

/** The first meeting that is not over. */
const nextOf = (rows: readonly Row[], now: number): Fact<IsoDate> =>
  nextMeeting(
    rows
      .filter((row) => (momentOf(row.End_DateTime) ?? 0) > now)
      .flatMap((row) => localDayOf(row.Start_DateTime) ?? [])
      .map((day) => ({ day })),
    true,
  );

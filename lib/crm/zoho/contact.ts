import { empty, known, unknown, type Fact } from '../../core/fact.ts';
import type { IsoDate, Side } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { CrmTrouble } from '../trouble.ts';
import { hasMore, type Client } from './client.ts';
import { dayOf, rowsIn, timeOf, type Row } from './values.ts';

/**
 * The last contact with the buyer and the next meeting, from the deal's related lists. The deal's own
 * `Last_Activity_Time` is never used: imports and syncs move it.
 */

interface Touch {
  readonly time: number;
  readonly day: IsoDate;
  readonly by: Side;
}

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
  const nextMeeting = 'got' in meetings ? nextOf(meetings.got, now) : unknown(meetings.reason);
  const failed = [meetings, calls, emails].find((one) => 'reason' in one);
  // The list that could not be read could hold the latest.
  if (failed && 'reason' in failed) {
    const fact = unknown(failed.reason);
    return { lastContact: fact, lastContactBy: fact, nextMeeting };
  }
  const touches = [
    ...('got' in meetings ? meetings.got.flatMap((row) => held(row, now)) : []),
    ...('got' in calls ? calls.got.flatMap(called) : []),
    ...('got' in emails ? emails.got.flatMap(written) : []),
  ];
  return { ...lastOf(touches), nextMeeting };
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

function touch(moment: unknown, by: Side): Touch[] {
  const [time, day] = [timeOf(moment), dayOf(moment)];
  return time === undefined || day === undefined ? [] : [{ time, day, by }];
}

/** A meeting that is over. */
const held = (row: Row, now: number): Touch[] =>
  (timeOf(row.End_DateTime) ?? Infinity) <= now ? touch(row.Start_DateTime, 'buyer') : [];

/** A missed call is nobody's move; one of ours that nobody answered is ours. */
function called({ Call_Type: type, Call_Start_Time: start, ...row }: Row): Touch[] {
  if (type === 'Inbound') return touch(start, 'buyer');
  if (type !== 'Outbound') return [];
  const { Call_Duration_in_seconds: seconds, Call_Duration: shown } = row;
  const lasted =
    typeof seconds === 'number' ? seconds > 0 : typeof shown === 'string' && /[1-9]/.test(shown);
  return touch(start, lasted ? 'buyer' : 'us');
}

/** An e-mail tells whether it was sent from here. */
const written = ({ sent, time }: Row): Touch[] =>
  typeof sent === 'boolean' ? touch(time, sent ? 'us' : 'buyer') : [];

/** The buyer's last move; ours where the buyer made none. */
function lastOf(touches: readonly Touch[]): Pick<SomeFields, 'lastContact' | 'lastContactBy'> {
  const buyers = touches.filter(({ by }) => by === 'buyer');
  const [last] = (buyers.length > 0 ? buyers : [...touches]).sort((a, b) => b.time - a.time);
  if (!last) return { lastContact: empty('api'), lastContactBy: empty('api') };
  return { lastContact: known(last.day, 'api'), lastContactBy: known(last.by, 'api') };
}

/** The first meeting that is not over. */
function nextOf(rows: readonly Row[], now: number): Fact<IsoDate> {
  const ahead = rows
    .filter((row) => (timeOf(row.End_DateTime) ?? 0) > now)
    .flatMap((row) => touch(row.Start_DateTime, 'buyer'))
    .sort((a, b) => a.time - b.time);
  return ahead[0] ? known(ahead[0].day, 'api') : empty('api');
}

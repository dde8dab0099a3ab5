import { empty, known, unknown, type Fact, type UnknownReason } from '../../core/fact.ts';
import type { Side } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import type { SomeFields } from '../form-facts.ts';
import { attempt } from '../ask.ts';
import { CrmTrouble } from '../trouble.ts';
import { dateOf, localDay, query, timeOf, type Row } from './rows-of.ts';

/** The newest activities that are looked at, of each kind. */
const MOST = 200;

const EVENTS = (id: string): string =>
  'SELECT StartDateTime, EndDateTime, ActivityDate, IsAllDayEvent FROM Event ' +
  `WHERE WhatId = '${id}' AND IsChild = false AND IsRecurrence = false ` +
  `ORDER BY ActivityDate DESC LIMIT ${MOST}`;
const TASKS = (id: string): string =>
  'SELECT TaskSubtype, CallType, CallDurationInSeconds, ActivityDate, CompletedDateTime FROM Task ' +
  `WHERE WhatId = '${id}' AND IsClosed = true ORDER BY CompletedDateTime DESC LIMIT ${MOST}`;
const MAILS = (id: string): string =>
  'SELECT Incoming, MessageDate FROM EmailMessage ' +
  `WHERE RelatedToId = '${id}' ORDER BY MessageDate DESC LIMIT ${MOST}`;

interface Contact {
  readonly day: string;
  readonly by: Side;
}

/**
 * Last contact and next meeting, from the deal's events, closed tasks and e-mails. The buyer's moves are a meeting
 * that was held, an e-mail that came in, and a call that came in or lasted; all else that was done is ours. `now` is in milliseconds.
 */
export async function contactFields(access: Access, id: string, now: number): Promise<SomeFields> {
  const [events, tasks, mails] = await Promise.all([
    attempt(access, async () => (await query(access, EVENTS(id))).rows),
    attempt(access, async () => (await query(access, TASKS(id))).rows),
    attempt(access, () => mailRows(access, id)),
  ]);
  const failed = [events, tasks, mails].find((part) => 'reason' in part);
  return {
    ...lastContact(
      failed ? failed.reason : undefined,
      'got' in events ? heldIn(events.got, now) : [],
      'got' in tasks ? doneIn(tasks.got) : [],
      'got' in mails ? sentIn(mails.got) : [],
    ),
    nextMeeting: 'got' in events ? nextMeeting(events.got, now) : unknown(events.reason),
  };
}

/** An organisation without e-mail on records does not know the object at all: then there are none. */
async function mailRows(access: Access, id: string): Promise<readonly Row[]> {
  try {
    return (await query(access, MAILS(id))).rows;
  } catch (error) {
    if (error instanceof CrmTrouble && error.kind === 'refused') return [];
    throw error;
  }
}

/** With one of the three missing, the last contact may be a later one than those that are known. */
function lastContact(
  failed: UnknownReason | undefined,
  ...kinds: readonly (readonly Contact[])[]
): Pick<SomeFields, 'lastContact' | 'lastContactBy'> {
  if (failed !== undefined) return { lastContact: unknown(failed), lastContactBy: unknown(failed) };
  const all = kinds.flat();
  const [last] = [...all].sort(
    (a, b) => rank(b) - rank(a) || (a.day < b.day ? 1 : a.day > b.day ? -1 : 0),
  );
  if (!last) return { lastContact: empty('api'), lastContactBy: empty('api') };
  return { lastContact: known(last.day, 'api'), lastContactBy: known(last.by, 'api') };
}

/** Only the buyer resets the clock: one of the buyer's moves counts before all of ours. */
const rank = ({ by }: Contact): number => (by === 'buyer' ? 1 : 0);

/** An event's beginning and end in milliseconds, and its day. One for the whole day has no zone: it lasts to the end of that day here. */
function spanOf(row: Row): { start: number; end: number; day: string } | undefined {
  const day = dateOf(row.ActivityDate);
  if (row.IsAllDayEvent === true && day !== undefined) {
    const start = new Date(`${day}T00:00:00`).getTime();
    return { start, end: start + 24 * 3_600_000, day };
  }
  const start = timeOf(row.StartDateTime);
  if (start === undefined) return undefined;
  return { start, end: timeOf(row.EndDateTime) ?? start, day: localDay(start) };
}

const heldIn = (rows: readonly Row[], now: number): Contact[] =>
  rows.flatMap((row) => {
    const span = spanOf(row);
    return span && span.end <= now ? [{ day: span.day, by: 'buyer' as const }] : [];
  });

function nextMeeting(rows: readonly Row[], now: number): Fact<string> {
  const ahead = rows.flatMap((row) => {
    const span = spanOf(row);
    return span && span.end > now ? [span] : [];
  });
  const [next] = ahead.sort((a, b) => a.start - b.start);
  return next ? known(next.day, 'api') : empty('api');
}

function doneIn(rows: readonly Row[]): Contact[] {
  return rows.flatMap((row) => {
    const time = timeOf(row.CompletedDateTime);
    // A call is logged with the day on which it was made.
    const made = row.TaskSubtype === 'Call' ? dateOf(row.ActivityDate) : undefined;
    const day = made ?? (time === undefined ? dateOf(row.ActivityDate) : localDay(time));
    return day === undefined ? [] : [{ day, by: callerOf(row) }];
  });
}

function callerOf({ TaskSubtype, CallType, CallDurationInSeconds: seconds }: Row): Side {
  if (TaskSubtype !== 'Call') return 'us';
  return CallType === 'Inbound' || (typeof seconds === 'number' && seconds > 0) ? 'buyer' : 'us';
}

const sentIn = (rows: readonly Row[]): Contact[] =>
  rows.flatMap(({ MessageDate, Incoming }) => {
    const time = timeOf(MessageDate);
    if (time === undefined) return [];
    return [{ day: localDay(time), by: Incoming === true ? ('buyer' as const) : ('us' as const) }];
  });

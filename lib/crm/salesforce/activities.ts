import { unknown, type Fact } from '../../core/fact.ts';
import type { IsoDate, Side } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { dateOf, dayAt, localDayOf, momentOf, type Row } from '../answer-values.ts';
import type { SomeFields } from '../form-facts.ts';
import { attempt } from '../ask.ts';
import { lastContact, nextMeeting, unknownContact, type Move } from '../last-contact.ts';
import { CrmTrouble } from '../trouble.ts';
import { query } from './rows-of.ts';

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
  const moves = [
    ...('got' in events ? heldIn(events.got, now) : []),
    ...('got' in tasks ? doneIn(tasks.got) : []),
    ...('got' in mails ? sentIn(mails.got) : []),
  ];
  const complete = [events, tasks, mails].every((part) => 'got' in part && part.got.length < MOST);
  return {
    // With one of the three missing, the last contact may be a later one than those that are known.
    ...(failed ? unknownContact(failed.reason) : lastContact(moves, complete)),
    nextMeeting: 'got' in events ? meetingAhead(events.got, now) : unknown(events.reason),
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

/** An event's end in milliseconds, and its first day. One for the whole day has no zone: it lasts to the end of that day here. */
function spanOf(row: Row): { readonly end: number; readonly day: IsoDate } | undefined {
  const day = dateOf(row.ActivityDate);
  if (row.IsAllDayEvent === true && day !== undefined) {
    const start = new Date(`${day}T00:00:00`).getTime();
    return { end: start + 24 * 3_600_000, day };
  }
  const start = momentOf(row.StartDateTime);
  const begins = dayAt(start);
  if (start === undefined || begins === undefined) return undefined;
  return { end: momentOf(row.EndDateTime) ?? start, day: begins };
}

const heldIn = (rows: readonly Row[], now: number): Move[] =>
  rows.flatMap((row) => {
    const span = spanOf(row);
    return span && span.end <= now ? [{ day: span.day, by: 'buyer' as const }] : [];
  });

const meetingAhead = (rows: readonly Row[], now: number): Fact<IsoDate> =>
  nextMeeting(
    rows.flatMap((row) => {
      const span = spanOf(row);
      return span && span.end > now ? [{ day: span.day }] : [];
    }),
    true,
  );

function doneIn(rows: readonly Row[]): Move[] {
  return rows.flatMap((row) => {
    // A call is logged with the day on which it was made.
    const made = row.TaskSubtype === 'Call' ? dateOf(row.ActivityDate) : undefined;
    const day = made ?? localDayOf(row.CompletedDateTime) ?? dateOf(row.ActivityDate);
    return day === undefined ? [] : [{ day, by: callerOf(row) }];
  });
}

function callerOf({ TaskSubtype, CallType, CallDurationInSeconds: seconds }: Row): Side {
  if (TaskSubtype !== 'Call') return 'us';
  return CallType === 'Inbound' || (typeof seconds === 'number' && seconds > 0) ? 'buyer' : 'us';
}

const sentIn = (rows: readonly Row[]): Move[] =>
  rows.flatMap(({ MessageDate, Incoming }) => {
    const day = localDayOf(MessageDate);
    return day === undefined ? [] : [{ day, by: Incoming === true ? 'buyer' : 'us' }];
  });

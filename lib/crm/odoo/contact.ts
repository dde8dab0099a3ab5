import { unknown, type Fact } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { dateOf, dayAt, todayAt, utcMomentOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import {
  lastContact,
  nextMeeting,
  unknownContact,
  type ContactFacts,
  type Move,
} from '../last-contact.ts';
import { activitiesOf, nextStep, type Tried } from './planned.ts';
import { callKw } from './rpc.ts';
import { MODEL } from './url.ts';
import { localDayOf, rowsOf } from './values.ts';

/** The newest meetings that are looked at. */
const MOST = 100;

/** A meeting of the deal's: when it ends and begins, in milliseconds, and its first day. */
interface Meeting {
  readonly ends: number;
  readonly day: IsoDate;
}

/** The newest meetings; `complete` where there are no older ones. */
interface Meetings {
  readonly all: readonly Meeting[];
  readonly complete: boolean;
}

/**
 * The last contact, the next meeting and the next step, from the deal's messages, meetings and planned activities. `now` is in
 * milliseconds. The buyer's are an e-mail or comment by somebody who is no colleague, and a meeting that was held.
 */
export async function contactFacts(access: Access, id: number, now: number): Promise<SomeFields> {
  const [theirs, ours, meetings, activities] = await Promise.all([
    attempt(access, () => lastMessage(access, id, BY_BUYER)),
    attempt(access, () => lastMessage(access, id, BY_US)),
    attempt(access, () => meetingsOf(access, id)),
    attempt(access, () => activitiesOf(access, id)),
  ]);
  return {
    ...contactOf(theirs, ours, meetings, now),
    nextMeeting: meetingAhead(meetings, activities, now),
    ...nextStep(activities),
  };
}

/** Tracked changes are notifications, and notes have an internal subtype: neither is a contact. */
const SAID = [
  ['subtype_id', '!=', false],
  ['subtype_id.internal', '=', false],
];
/** A colleague's partner is not "shared". An e-mail whose sender Odoo does not know came in from outside. */
const BY_BUYER = [
  ['message_type', 'in', ['email', 'comment']],
  '|',
  ['author_id.partner_share', '=', true],
  '&',
  ['author_id', '=', false],
  ['message_type', '=', 'email'],
];
const BY_US = [
  ['message_type', 'in', ['email', 'email_outgoing', 'comment']],
  ['author_id.partner_share', '=', false],
];

async function lastMessage(
  access: Access,
  id: number,
  by: readonly unknown[],
): Promise<IsoDate | undefined> {
  const [row] = rowsOf(
    await callKw(access, 'mail.message', 'search_read', [], {
      domain: [['model', '=', MODEL], ['res_id', '=', id], ...SAID, ...by],
      fields: ['date'],
      order: 'date desc, id desc',
      limit: 1,
    }),
  );
  return localDayOf(row?.date);
}

async function meetingsOf(access: Access, id: number): Promise<Meetings> {
  const rows = rowsOf(
    await callKw(access, 'calendar.event', 'search_read', [], {
      domain: [['opportunity_id', '=', id]],
      fields: ['start', 'stop', 'allday', 'start_date', 'stop_date'],
      order: 'start desc',
      limit: MOST,
    }),
  );
  return { all: rows.flatMap((row) => meetingOf(row) ?? []), complete: rows.length < MOST };
}

/** A meeting of a whole day has dates without a zone. */
function meetingOf(row: Row): Meeting | undefined {
  if (row.allday === true) {
    const [first, last] = [dateOf(row.start_date), dateOf(row.stop_date)];
    if (first === undefined) return undefined;
    const [year = 0, month = 1, day = 1] = (last ?? first).split('-').map(Number);
    return { day: first, ends: new Date(year, month - 1, day + 1).getTime() };
  }
  const [start, stop] = [utcMomentOf(row.start), utcMomentOf(row.stop)];
  const day = dayAt(start);
  return start === undefined || day === undefined ? undefined : { day, ends: stop ?? start };
}

/** Ours matters where the buyer made no move, and only then is it missed. */
function contactOf(
  theirs: Tried<IsoDate | undefined>,
  ours: Tried<IsoDate | undefined>,
  meetings: Tried<Meetings>,
  now: number,
): ContactFacts {
  if ('reason' in theirs) return unknownContact(theirs.reason);
  if ('reason' in meetings) return unknownContact(meetings.reason);
  const held = meetings.got.all.filter(({ ends }) => ends <= now);
  const buyers = [
    ...moveOn(theirs.got, 'buyer'),
    ...held.flatMap(({ day }) => moveOn(day, 'buyer')),
  ];
  if ('reason' in ours && buyers.length === 0) return unknownContact(ours.reason);
  const us = 'got' in ours ? moveOn(ours.got, 'us') : [];
  return lastContact([...buyers, ...us], meetings.got.complete);
}

const moveOn = (day: IsoDate | undefined, by: Move['by']): Move[] =>
  day === undefined ? [] : [{ day, by }];

/** The next meeting in the calendar, or planned as an activity. */
function meetingAhead(
  meetings: Tried<Meetings>,
  activities: Tried<readonly Row[]>,
  now: number,
): Fact<IsoDate> {
  if ('reason' in meetings) return unknown(meetings.reason);
  if ('reason' in activities) return unknown(activities.reason);
  const today = todayAt(now);
  const planned = activities.got
    .filter((row) => row.activity_category === 'meeting')
    .flatMap((row) => dateOf(row.date_deadline) ?? [])
    .filter((day) => day >= today)
    .map((day) => ({ day }));
  const booked = meetings.got.all.filter(({ ends }) => ends > now);
  return nextMeeting([...planned, ...booked], true);
}

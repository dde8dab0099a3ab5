import type { UnknownReason } from '../../core/fact.ts';
import { empty, known, unknown, type Fact } from '../../core/fact.ts';
import type { IsoDate, Side } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { callKw } from './rpc.ts';
import { MODEL } from './url.ts';
import { dateOf, dayOfTime, relatedOf, rowsOf, textOrNone, timeOf, type Row } from './values.ts';

/** The newest meetings that are looked at. */
const MOST = 100;

type Tried<T> = { readonly got: T } | { readonly reason: UnknownReason };

/** A meeting of the deal's: when it ends and begins, in milliseconds, and its first day. */
interface Meeting {
  readonly ends: number;
  readonly day: IsoDate;
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
    ...lastContact(theirs, ours, meetings, now),
    nextMeeting: nextMeeting(meetings, activities, now),
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
): Promise<number | undefined> {
  const [row] = rowsOf(
    await callKw(access, 'mail.message', 'search_read', [], {
      domain: [['model', '=', MODEL], ['res_id', '=', id], ...SAID, ...by],
      fields: ['date'],
      order: 'date desc, id desc',
      limit: 1,
    }),
  );
  return timeOf(row?.date);
}

async function meetingsOf(access: Access, id: number): Promise<Meeting[]> {
  const rows = rowsOf(
    await callKw(access, 'calendar.event', 'search_read', [], {
      domain: [['opportunity_id', '=', id]],
      fields: ['start', 'stop', 'allday', 'start_date', 'stop_date'],
      order: 'start desc',
      limit: MOST,
    }),
  );
  return rows.flatMap((row) => meetingOf(row) ?? []);
}

/** A meeting of a whole day has dates without a zone. */
function meetingOf(row: Row): Meeting | undefined {
  if (row.allday === true) {
    const [first, last] = [dateOf(row.start_date), dateOf(row.stop_date)];
    if (first === undefined) return undefined;
    const [year = 0, month = 1, day = 1] = (last ?? first).split('-').map(Number);
    return { day: first, ends: new Date(year, month - 1, day + 1).getTime() };
  }
  const [start, stop] = [timeOf(row.start), timeOf(row.stop)];
  return start === undefined ? undefined : { day: dayOfTime(start), ends: stop ?? start };
}

/** The planned activities, the next one first. */
const activitiesOf = async (access: Access, id: number): Promise<Row[]> =>
  rowsOf(
    await callKw(access, 'mail.activity', 'search_read', [], {
      domain: [
        ['res_model', '=', MODEL],
        ['res_id', '=', id],
      ],
      fields: ['summary', 'date_deadline', 'activity_type_id', 'activity_category'],
      order: 'date_deadline, id',
    }),
  );

function lastContact(
  theirs: Tried<number | undefined>,
  ours: Tried<number | undefined>,
  meetings: Tried<readonly Meeting[]>,
  now: number,
): Pick<SomeFields, 'lastContact' | 'lastContactBy'> {
  const both = <T>(fact: Fact<T>) => ({ lastContact: fact, lastContactBy: fact }) as never;
  for (const tried of [theirs, meetings]) {
    if ('reason' in tried) return both(unknown(tried.reason));
  }
  const held = 'got' in meetings ? meetings.got.filter(({ ends }) => ends <= now) : [];
  const wrote = 'got' in theirs && theirs.got !== undefined ? [dayOfTime(theirs.got)] : [];
  const buyer = [...wrote, ...held.map(({ day }) => day)].sort().at(-1);
  if (buyer !== undefined) return contact(buyer, 'buyer');
  if ('reason' in ours) return both(unknown(ours.reason));
  return ours.got === undefined ? both(empty('api')) : contact(dayOfTime(ours.got), 'us');
}

const contact = (day: IsoDate, by: Side) => ({
  lastContact: known(day, 'api'),
  lastContactBy: known(by, 'api'),
});

/** The next meeting in the calendar, or planned as an activity. */
function nextMeeting(
  meetings: Tried<readonly Meeting[]>,
  activities: Tried<readonly Row[]>,
  now: number,
): Fact<IsoDate> {
  if ('reason' in meetings) return unknown(meetings.reason);
  if ('reason' in activities) return unknown(activities.reason);
  const today = dayOfTime(now);
  const planned = activities.got
    .filter((row) => row.activity_category === 'meeting')
    .flatMap((row) => dateOf(row.date_deadline) ?? [])
    .filter((day) => day >= today);
  const booked = meetings.got.filter(({ ends }) => ends > now).map(({ day }) => day);
  const [next] = [...planned, ...booked].sort();
  return next === undefined ? empty('api') : known(next, 'api');
}

/** Odoo has no field for it: the next planned activity says what comes, and when. One without words goes by its kind. */
function nextStep(
  activities: Tried<readonly Row[]>,
): Pick<SomeFields, 'nextStep' | 'nextStepDate'> {
  if ('reason' in activities) {
    const fact = unknown(activities.reason);
    return { nextStep: fact, nextStepDate: fact };
  }
  const [next] = activities.got;
  if (!next) return { nextStep: empty('api'), nextStepDate: empty('api') };
  const text = textOrNone(next.summary);
  const step = text === undefined || text === '' ? relatedOf(next.activity_type_id)?.label : text;
  const date = dateOf(next.date_deadline);
  return {
    nextStep: step === undefined ? unknown('not-readable') : known(step, 'api'),
    nextStepDate: date === undefined ? unknown('not-readable') : known(date, 'api'),
  };
}

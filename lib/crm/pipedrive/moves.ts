import type { IsoDate } from '../../core/fields.ts';
import { dateOf, dayAt, type Row } from '../answer-values.ts';
import type { Meeting, Move } from '../last-contact.ts';
import { dayOf, idOf, momentOf } from './values.ts';

/** Pipedrive's own types. A company can add others: what they mean, nobody can know. */
const MEETINGS = new Set(['meeting', 'lunch']);
const INTERNAL = new Set(['task', 'deadline']);

const isMeeting = (row: Row): boolean =>
  MEETINGS.has(String(row.type)) || typeof row.conference_meeting_url === 'string';

/** True where somebody at the buyer takes part: without one it is our own affair. */
const hasBuyer = (row: Row): boolean =>
  idOf(row.person_id) !== undefined ||
  idOf(row.org_id) !== undefined ||
  (Array.isArray(row.participants) && row.participants.length > 0);

/** An activity that is there: the versions say in different ways that one is deleted. */
export const isKept = (row: Row): boolean => row.is_deleted !== true && row.active_flag !== false;

export const isDone = ({ done }: Row): boolean => done === true || done === 1;

/** The day that an activity is due, here. Its time is in UTC; without a time it is a calendar date. */
export function dueDay(row: Row): IsoDate | undefined {
  const date = dateOf(row.due_date);
  const time = timeOf(row);
  return time === undefined ? date : dayAt(time);
}

function timeOf({ due_date: date, due_time: time }: Row): number | undefined {
  if (dateOf(date) === undefined || typeof time !== 'string') return undefined;
  const clock = /^(\d\d:\d\d)(?::\d\d)?$/.exec(time)?.[1];
  return clock === undefined ? undefined : momentOf(`${String(date)}T${clock}:00Z`);
}

/**
 * A planned meeting, or a call, with the buyer. `unsure` for an activity of a company's own type, which may be one. An
 * overdue activity is nothing that is booked.
 */
export function booking(row: Row, now: number): Meeting | undefined {
  const [day, time, today] = [dueDay(row), timeOf(row), dayAt(now)];
  if (isDone(row) || !hasBuyer(row) || day === undefined || today === undefined) return undefined;
  if (time === undefined ? day < today : time <= now) return undefined;
  const type = String(row.type);
  if (isMeeting(row) || type === 'call') return { day };
  return INTERNAL.has(type) || type === 'email' ? undefined : { day, unsure: true };
}

/**
 * What a done activity says of who moved. A meeting that was held is the buyer's move. A call that is marked as done may have
 * been answered or not: Pipedrive keeps no outcome. A task is no contact.
 */
export function moveOf(row: Row, now: number): Move | undefined {
  const type = String(row.type);
  if (!isDone(row) || INTERNAL.has(type) || !hasBuyer(row)) return undefined;
  const day = doneDay(row, now);
  if (day === undefined) return undefined;
  if (isMeeting(row)) return { by: 'buyer', day };
  return { by: type === 'email' ? 'us' : 'unsure', day };
}

/** The day that it was due, unless it was done before that. */
function doneDay(row: Row, now: number): IsoDate | undefined {
  const [due, done, today] = [dueDay(row), dayOf(row.marked_as_done_time), dayAt(now)];
  if (due !== undefined && today !== undefined && due <= today) return due;
  return done;
}

/** The last mail of each side, as the deal keeps it. */
export function mailMoves(deal: Row): Move[] {
  const at = (name: string, by: Move['by']): Move[] => {
    const day = dayOf(deal[name]);
    return day === undefined ? [] : [{ by, day }];
  };
  return [...at('last_incoming_mail_time', 'buyer'), ...at('last_outgoing_mail_time', 'us')];
}

import type { Fact } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import { dateOf, isRow, textIn, todayAt, utcMomentOf, type Row } from '../answer-values.ts';
import { lastContact, nextMeeting, type ContactFacts, type Move } from '../last-contact.ts';
import { localDayOf, type Page } from './values.ts';

/** What EspoCRM calls done, planned and sent, in every language. */
const HELD = 'Held';
const PLANNED = 'Planned';
const SENT = 'Sent';
const ARCHIVED = 'Archived';
/** Records that an address of our own belongs to. */
const OURS = new Set(['User', 'InboundEmail', 'EmailAccount']);

/**
 * The last contact, from the deal's past activities, the newest first. A meeting that was held, a call that was answered
 * and a mail of theirs are the buyer's; a mail of ours is ours; a call that nobody answered is neither.
 */
export function lastContactIn(page: Page, own: ReadonlySet<string>): ContactFacts {
  const moves = page.rows.flatMap((row) => {
    const [by, day] = [moverOf(row, own), dayIn(row)];
    return by && day !== undefined ? [{ by, day }] : [];
  });
  return lastContact(moves, !page.more);
}

function moverOf(row: Row, own: ReadonlySet<string>): Move['by'] | undefined {
  const { _scope: kind, status } = row;
  if (kind === 'Meeting' || kind === 'Call') return status === HELD ? 'buyer' : undefined;
  if (kind !== 'Email') return undefined;
  if (status === SENT) return 'us';
  return status === ARCHIVED ? senderOf(row, own) : undefined;
}

/** An archived mail was taken in from a mailbox: from either side. Its address tells whose it is, where EspoCRM knows it. */
function senderOf({ from, typeHash }: Row, own: ReadonlySet<string>): Move['by'] {
  const address = textIn(from);
  if (address === undefined) return 'unsure';
  if (own.has(address.toLowerCase())) return 'us';
  const type = isRow(typeHash) ? textIn(typeHash[address]) : undefined;
  if (type === undefined) return 'unsure';
  return OURS.has(type) ? 'us' : 'buyer';
}

/** An all-day event carries a calendar date beside its moment. */
function dayIn({ dateStartDate, dateSent, dateStart }: Row): IsoDate | undefined {
  return dateOf(dateStartDate) ?? localDayOf(dateSent ?? dateStart);
}

/** The next planned meeting from now on, in milliseconds. A planned call is the rep's own task, and no meeting. */
export function nextMeetingIn(page: Page, now: number): Fact<IsoDate> {
  const meetings = page.rows
    .filter(({ _scope: kind, status }) => kind === 'Meeting' && status === PLANNED)
    .filter((row) => isAhead(row, now))
    .flatMap((row) => dayIn(row) ?? [])
    .map((day) => ({ day }));
  return nextMeeting(meetings, !page.more);
}

function isAhead({ dateStartDate, dateStart }: Row, now: number): boolean {
  const day = dateOf(dateStartDate);
  if (day !== undefined) return day >= todayAt(now);
  return (utcMomentOf(dateStart) ?? 0) >= now;
}

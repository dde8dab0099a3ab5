import { empty, known, unknown, type Fact } from '../../core/fact.ts';
import type { IsoDate, Side } from '../../core/fields.ts';
import type { SomeFields } from '../form-facts.ts';
import { dateOf, dayOf, isRow, textIn, timeOf, type Page, type Row } from './values.ts';

/** Whose move an activity was; `unsure` for a mail whose sender EspoCRM does not know. */
type Mover = Side | 'unsure';

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
export function lastContactIn(page: Page, own: ReadonlySet<string>): SomeFields {
  const moves = page.rows.flatMap((row) => {
    const [by, day] = [moverOf(row, own), dayIn(row)];
    return by && day !== undefined ? [{ by, day }] : [];
  });
  const newest = (by: Mover): IsoDate | undefined =>
    moves
      .filter((move) => move.by === by)
      .map(({ day }) => day)
      .sort()
      .at(-1);
  const [buyer, unsure, us] = [newest('buyer'), newest('unsure'), newest('us')];
  if (unsure !== undefined && !(buyer !== undefined && buyer >= unsure))
    return both(unknown('ambiguous'), unknown('ambiguous'));
  if (buyer !== undefined) return both(known(buyer, 'api'), known('buyer', 'api'));
  if (page.more) return both(unknown('not-readable'), unknown('not-readable'));
  if (us !== undefined) return both(known(us, 'api'), known('us', 'api'));
  return both(empty('api'), empty('api'));
}

const both = (lastContact: Fact<IsoDate>, lastContactBy: Fact<Side>): SomeFields => ({
  lastContact,
  lastContactBy,
});

function moverOf(row: Row, own: ReadonlySet<string>): Mover | undefined {
  const { _scope: kind, status } = row;
  if (kind === 'Meeting' || kind === 'Call') return status === HELD ? 'buyer' : undefined;
  if (kind !== 'Email') return undefined;
  if (status === SENT) return 'us';
  return status === ARCHIVED ? senderOf(row, own) : undefined;
}

/** An archived mail was taken in from a mailbox: from either side. Its address tells whose it is, where EspoCRM knows it. */
function senderOf({ from, typeHash }: Row, own: ReadonlySet<string>): Mover {
  const address = textIn(from);
  if (address === undefined) return 'unsure';
  if (own.has(address.toLowerCase())) return 'us';
  const type = isRow(typeHash) ? textIn(typeHash[address]) : undefined;
  if (type === undefined) return 'unsure';
  return OURS.has(type) ? 'us' : 'buyer';
}

/** An all-day event carries a calendar date beside its moment. */
function dayIn({ dateStartDate, dateSent, dateStart }: Row): IsoDate | undefined {
  const time = timeOf(dateSent ?? dateStart);
  return dateOf(dateStartDate) ?? (time === undefined ? undefined : dayOf(time));
}

/** The next planned meeting from now on, in milliseconds. A planned call is the rep's own task, and no meeting. */
export function nextMeetingIn(page: Page, now: number): SomeFields {
  if (page.more) return { nextMeeting: unknown('not-readable') };
  const days = page.rows
    .filter(({ _scope: kind, status }) => kind === 'Meeting' && status === PLANNED)
    .filter((row) => isAhead(row, now))
    .flatMap((row) => dayIn(row) ?? [])
    .sort();
  const [first] = days;
  return { nextMeeting: first === undefined ? empty('api') : known(first, 'api') };
}

function isAhead({ dateStartDate, dateStart }: Row, now: number): boolean {
  const day = dateOf(dateStartDate);
  if (day !== undefined) return day >= dayOf(now);
  return (timeOf(dateStart) ?? 0) >= now;
}

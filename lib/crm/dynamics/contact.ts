import { unknown, type Fact } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { dayOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { lastContact, nextMeeting, unknownContact, type Move } from '../last-contact.ts';
import { getRows } from './client.ts';

/**
 * The last contact with the buyer and the next meeting, from the deal's e-mails, calls and appointments. The table of all
 * activities knows no direction, so each kind is asked for by itself. The deal's own dates of change are never contact.
 */

/** As many calls as are looked through for one that was answered. */
const CALLS = 50;

/** Completed; an appointment can also be Scheduled (3), Open (0) and Canceled (2). */
const DONE = 'statecode eq 1';

/** Reads who moved last, and when the next appointment is. Each of the two fails by itself. */
export async function contactOf(access: Access, id: string): Promise<SomeFields> {
  const regarding = `_regardingobjectid_value eq ${id}`;
  const now = new Date().toISOString();
  const [touches, ahead] = await Promise.all([
    attempt(access, () => touchesOf(access, regarding, now)),
    attempt(access, () => meetingAhead(access, regarding, now)),
  ]);
  return {
    ...('got' in touches
      ? lastContact(touches.got.moves, touches.got.complete)
      : unknownContact(touches.reason)),
    nextMeeting: 'got' in ahead ? ahead.got : unknown(ahead.reason),
  };
}

/** All of them must be read: the one that failed could hold the latest. */
async function touchesOf(
  access: Access,
  regarding: string,
  now: string,
): Promise<{ readonly moves: Move[]; readonly complete: boolean }> {
  const [received, sent, calls, held] = await Promise.all([
    emails(access, regarding, false),
    emails(access, regarding, true),
    getRows(access, 'phonecalls', {
      select: 'actualend,leftvoicemail',
      filter: `${regarding} and ${DONE}`,
      orderby: 'actualend desc',
      top: CALLS,
    }),
    getRows(access, 'appointments', {
      select: 'scheduledstart',
      // Few people close their appointments: one that is over and was not cancelled was held.
      filter: `${regarding} and statecode ne 2 and scheduledend lt ${now}`,
      orderby: 'scheduledend desc',
      top: 1,
    }),
  ]);
  const moves = [
    ...received.flatMap((row) => touch(row.actualend, 'buyer')),
    ...sent.flatMap((row) => touch(row.actualend, 'us')),
    ...calls.flatMap((row: Row) =>
      touch(row.actualend, row.leftvoicemail === true ? 'us' : 'buyer'),
    ),
    ...held.flatMap((row) => touch(row.scheduledstart, 'buyer')),
  ];
  return { moves, complete: calls.length < CALLS };
}

const emails = (access: Access, regarding: string, outgoing: boolean): Promise<readonly Row[]> =>
  getRows(access, 'emails', {
    select: 'actualend',
    filter: `${regarding} and ${DONE} and directioncode eq ${String(outgoing)}`,
    orderby: 'actualend desc',
    top: 1,
  });

function touch(moment: unknown, by: Move['by']): Move[] {
  const day = dayOf(moment);
  return day === undefined ? [] : [{ day, by }];
}

async function meetingAhead(
  access: Access,
  regarding: string,
  now: string,
): Promise<Fact<IsoDate>> {
  const [next] = await getRows(access, 'appointments', {
    select: 'scheduledstart',
    filter: `${regarding} and (statecode eq 0 or statecode eq 3) and scheduledend ge ${now}`,
    orderby: 'scheduledstart asc',
    top: 1,
  });
  if (!next) return nextMeeting([], true);
  const day = dayOf(next.scheduledstart);
  return day === undefined ? unknown('not-readable') : nextMeeting([{ day }], true);
}

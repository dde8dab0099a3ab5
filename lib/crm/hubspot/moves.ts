import { dayAt, type Row } from '../answer-values.ts';
import type { Move } from '../last-contact.ts';
import { momentOf } from './values.ts';

/** HubSpot's own outcomes of a call. A portal can add others, whose meaning nobody can know. */
const CONNECTED = 'f240bbac-87c9-4f6e-bf70-924b57d47db7';
const NOT_CONNECTED = new Set([
  '9d9162e7-6cf3-4944-bf63-4dff82258764',
  'a4c4c377-d246-4b32-a13b-75a56a4cd0ff',
  'b2cf5968-551e-4856-9783-52b3da59a7d0',
  '73a0d17f-1163-4015-bdd5-ec830791da20',
  '17b47fee-58de-441e-a44c-c6300d46f273',
]);
const FAILED_CALL = new Set(['BUSY', 'CANCELED', 'FAILED', 'MISSED', 'NO_ANSWER']);
const NOT_SENT = new Set(['BOUNCED', 'FAILED', 'SCHEDULED', 'SENDING']);
/** Outcomes of a meeting that did not take place at its time. */
const NOT_HELD = new Set(['CANCELED', 'CANCELLED', 'NO_SHOW', 'RESCHEDULED']);
/** Outcomes under which a meeting in the future is still on; a rescheduled one keeps its record, with the new time. */
const ON = new Set(['', 'SCHEDULED', 'RESCHEDULED']);

const wordAt = (row: Row, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value.trim().toUpperCase().replaceAll(' ', '_') : '';
};

/** When a meeting begins, in milliseconds. */
export const startOf = (row: Row): number | undefined =>
  momentOf(row.hs_meeting_start_time) ?? momentOf(row.hs_timestamp);

/** True for a meeting to come that was not called off. */
export function isBooked(row: Row, now: number): boolean {
  const start = startOf(row);
  return start !== undefined && start > now && ON.has(wordAt(row, 'hs_meeting_outcome'));
}

function moveAt(time: number, by: Move['by']): Move | undefined {
  const day = dayAt(time);
  return day === undefined ? undefined : { by, day };
}

/** A meeting that was held is the buyer's move. One that nobody gave an outcome may have been held. */
export function meetingMove(row: Row, now: number): Move | undefined {
  const time = startOf(row);
  const outcome = wordAt(row, 'hs_meeting_outcome');
  if (time === undefined || time > now || NOT_HELD.has(outcome)) return undefined;
  return moveAt(time, outcome === 'COMPLETED' ? 'buyer' : 'unsure');
}

/** Whoever calls us moves, whether we answer or not; a call of ours counts as the buyer's when they spoke. */
export function callMove(row: Row, now: number): Move | undefined {
  const time = momentOf(row.hs_timestamp);
  if (time === undefined || time > now) return undefined;
  if (wordAt(row, 'hs_call_direction') === 'INBOUND') return moveAt(time, 'buyer');
  const outcome = typeof row.hs_call_disposition === 'string' ? row.hs_call_disposition : '';
  if (outcome === CONNECTED) return moveAt(time, 'buyer');
  const failed = NOT_CONNECTED.has(outcome) || FAILED_CALL.has(wordAt(row, 'hs_call_status'));
  return moveAt(time, failed ? 'us' : 'unsure');
}

/** HubSpot's documentation: INCOMING_EMAIL is a reply to ours, EMAIL was sent by us, FORWARDED_EMAIL can be either's. */
export function emailMove(row: Row, now: number): Move | undefined {
  const time = momentOf(row.hs_timestamp);
  if (time === undefined || time > now) return undefined;
  const direction = wordAt(row, 'hs_email_direction');
  if (direction === 'INCOMING_EMAIL') return moveAt(time, 'buyer');
  if (direction !== 'EMAIL') return moveAt(time, 'unsure');
  return NOT_SENT.has(wordAt(row, 'hs_email_status')) ? undefined : moveAt(time, 'us');
}

import { describe, expect, it } from 'vitest';
import { callMove, emailMove, isBooked, meetingMove } from './moves.ts';

describe('who moved', () => {
  const now = Date.parse('2025-11-10T12:00:00Z');
  const past = '2025-11-09T12:00:00Z';
  const future = '2025-11-11T12:00:00Z';
  const email = (direction?: string, status?: string, at = past) =>
    emailMove({ hs_timestamp: at, hs_email_direction: direction, hs_email_status: status }, now)
      ?.by;
  const call = (direction?: string, disposition?: string, status?: string, at = past) =>
    callMove(
      {
        hs_timestamp: at,
        hs_call_direction: direction,
        hs_call_disposition: disposition,
        hs_call_status: status,
      },
      now,
    )?.by;
  const meeting = (outcome?: string, at = past) => ({
    hs_timestamp: at,
    hs_meeting_outcome: outcome,
  });

  it('in an e-mail', () => {
    expect(email('INCOMING_EMAIL')).toBe('buyer');
    expect(email('EMAIL', 'SENT')).toBe('us');
    expect(email('EMAIL', 'BOUNCED')).toBeUndefined();
    expect(email('EMAIL', 'SCHEDULED', future)).toBeUndefined();
    expect(email('FORWARDED_EMAIL')).toBe('unsure');
    expect(email()).toBe('unsure');
  });

  it('in a call', () => {
    expect(call('INBOUND', undefined, 'MISSED')).toBe('buyer');
    expect(call('OUTBOUND', 'f240bbac-87c9-4f6e-bf70-924b57d47db7')).toBe('buyer');
    expect(call('OUTBOUND', 'b2cf5968-551e-4856-9783-52b3da59a7d0')).toBe('us');
    expect(call('OUTBOUND', undefined, 'NO_ANSWER')).toBe('us');
    expect(call('OUTBOUND', undefined, 'COMPLETED')).toBe('unsure');
    expect(call('OUTBOUND', 'an-outcome-of-their-own')).toBe('unsure');
    expect(call('INBOUND', undefined, undefined, future)).toBeUndefined();
  });

  it('in a meeting, and whether one is booked', () => {
    const move = (outcome?: string, at?: string) => meetingMove(meeting(outcome, at), now)?.by;
    expect(move('COMPLETED')).toBe('buyer');
    expect(move('SCHEDULED')).toBe('unsure');
    expect(move()).toBe('unsure');
    expect(move('NO_SHOW')).toBeUndefined();
    expect(move('no show')).toBeUndefined();
    expect(move('COMPLETED', future)).toBeUndefined();
    expect(isBooked(meeting('SCHEDULED', future), now)).toBe(true);
    expect(isBooked(meeting(undefined, future), now)).toBe(true);
    expect(isBooked(meeting('CANCELED', future), now)).toBe(false);
    expect(isBooked(meeting('SCHEDULED', past), now)).toBe(false);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { booking, dueDay, moveOf } from './moves.ts';

describe('meetings', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });
  const now = Date.parse('2025-11-10T12:00:00Z');
  const meeting = { type: 'meeting', done: false, person_id: 61 };

  it('are on their day here: their time is in UTC, and without a time they are on a calendar date', () => {
    process.env.TZ = 'America/Los_Angeles';
    expect(dueDay({ due_date: '2025-11-12', due_time: '02:30' })).toBe('2025-11-11');
    expect(dueDay({ due_date: '2025-11-12', due_time: '02:30:00' })).toBe('2025-11-11');
    expect(dueDay({ due_date: '2025-11-12', due_time: '' })).toBe('2025-11-12');
    expect(dueDay({ due_date: 'soon', due_time: '02:30' })).toBeUndefined();
  });

  it('are booked while they are to come', () => {
    const at = (due_date: string, due_time?: string) =>
      booking({ ...meeting, due_date, due_time }, now)?.day;
    expect(at('2025-11-10', '12:01')).toBe('2025-11-10');
    expect(at('2025-11-10', '11:59')).toBeUndefined();
    expect(at('2025-11-10')).toBe('2025-11-10');
    expect(at('2025-11-09')).toBeUndefined();
  });

  it('count with somebody of the buyer’s alone, and a task never does', () => {
    const due = { due_date: '2025-11-12' };
    expect(booking({ ...meeting, ...due }, now)).toEqual({ day: '2025-11-12' });
    expect(booking({ ...meeting, ...due, person_id: null }, now)).toBeUndefined();
    expect(booking({ ...meeting, ...due, done: true }, now)).toBeUndefined();
    expect(booking({ ...meeting, ...due, type: 'task' }, now)).toBeUndefined();
    expect(booking({ ...meeting, ...due, type: 'demo' }, now)?.unsure).toBe(true);
    const link = { conference_meeting_url: 'https://meet.example.com/1' };
    expect(booking({ ...meeting, ...due, type: 'demo', ...link }, now)).toEqual({
      day: '2025-11-12',
    });
  });

  it('are the buyer’s move when they were held, on the day that they were', () => {
    const held = { ...meeting, done: true, marked_as_done_time: '2025-11-08 12:00:00' };
    expect(moveOf({ ...held, due_date: '2025-11-05' }, now)).toEqual({
      by: 'buyer',
      day: '2025-11-05',
    });
    expect(moveOf({ ...held, due_date: '2025-12-05' }, now)?.day).toBe('2025-11-08');
    expect(moveOf({ ...held, done: false, due_date: '2025-11-05' }, now)).toBeUndefined();
    expect(moveOf({ ...held, type: 'call', due_date: '2025-11-05' }, now)?.by).toBe('unsure');
    expect(moveOf({ ...held, type: 'task', due_date: '2025-11-05' }, now)).toBeUndefined();
  });
});

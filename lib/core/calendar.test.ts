import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayNumber,
  endsMonth,
  isoOfDay,
  isWorkday,
  workCalendar,
  workdaysBetween,
} from './calendar.ts';

const plain = workCalendar([]);
const day = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2080-12-31') });

describe('dayNumber', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026/01/01', '', 'tomorrow!!'])(
    'takes %j for no date',
    (text) => {
      expect(dayNumber(text)).toBeNaN();
    },
  );
  it('agrees with Temporal on every day', () => {
    fc.assert(
      fc.property(day, (n) => {
        const epoch = Temporal.PlainDate.from('1970-01-01');
        expect(isoOfDay(n)).toBe(epoch.add({ days: n }).toString());
        expect(dayNumber(isoOfDay(n))).toBe(n);
      }),
    );
  });
  it('agrees with Temporal on every date of four digits, and on which are none', () => {
    const part = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(part(9999), part(13), part(32), (year, month, date) => {
        const two = (n: number) => String(n).padStart(2, '0');
        const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
        let days = Number.NaN;
        try {
          days = Temporal.PlainDate.from('1970-01-01').until(iso).days;
        } catch {
          // No date.
        }
        expect(dayNumber(iso)).toBe(days);
      }),
    );
  });
});

describe('working days', () => {
  const kings = workCalendar(['2026-04-27', '2026-04-25', 'nonsense']);
  it('leave out weekends and holidays', () => {
    const friday = dayNumber('2026-04-24');
    expect(workdaysBetween(friday, dayNumber('2026-04-27'), plain)).toBe(1);
    expect(workdaysBetween(friday, dayNumber('2026-04-27'), kings)).toBe(0);
    expect(isoOfDay(addDays(friday, 1, 'working', kings))).toBe('2026-04-28');
    expect(isoOfDay(addDays(friday, 1, 'calendar', kings))).toBe('2026-04-25');
    expect(isoOfDay(addDays(dayNumber('2026-04-28'), -1, 'working', kings))).toBe('2026-04-24');
  });
  it('count what a walk over the days counts', () => {
    const calendar = fc
      .array(day, { maxLength: 30 })
      .map((days) => workCalendar(days.map(isoOfDay)));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), calendar, (from, length, holidays) => {
        let walked = 0;
        for (let d = from + 1; d <= from + length; d += 1) if (isWorkday(d, holidays)) walked += 1;
        expect(workdaysBetween(from, from + length, holidays)).toBe(walked);
        expect(workdaysBetween(from + length, from, holidays)).toBe(0 - walked);
      }),
    );
  });
  it('are as many as were added', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), (from, n) => {
        expect(workdaysBetween(from, addDays(from, n, 'working', kings), kings)).toBe(n);
      }),
    );
  });
});

it('knows the end of a month', () => {
  expect(endsMonth(dayNumber('2026-02-27'), 2)).toBe(true);
  expect(endsMonth(dayNumber('2026-02-26'), 2)).toBe(false);
  expect(endsMonth(dayNumber('2028-02-28'), 2)).toBe(true);
  expect(endsMonth(dayNumber('2028-02-27'), 2)).toBe(false);
  expect(endsMonth(dayNumber('2026-12-31'), 1)).toBe(true);
});

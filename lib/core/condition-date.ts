import { addDays, dayNumber, isoOfDay } from './calendar.ts';
import type { Moment } from './condition-facts.ts';
import type { DayBound } from './condition-schema.ts';
import { UNJUDGED, verdictsOf, type DateOp, type LeafTest } from './condition-verdict.ts';

/** Compares a date with a fixed day, a day counted from today, or the end of the window. */
export function dateTest(op: DateOp, bound: DayBound, at: Moment): LeafTest {
  const mark = dayOf(bound, at);
  // Without a day to compare with, no date can be judged.
  if (!isDay(mark)) return { judge: () => UNJUDGED };
  const limit = isoOfDay(mark);
  const verdicts = verdictsOf(op, limit);
  return {
    judge: (read) => {
      const day = dayIn(read);
      if (Number.isNaN(day)) return UNJUDGED;
      return day < mark ? verdicts.below : day > mark ? verdicts.above : verdicts.on;
    },
    limit,
    scale: { measure: dayIn, marks: [mark] },
  };
}

function dayOf(bound: DayBound, { today, windowEnd, calendar }: Moment): number {
  if (bound === 'window-end') return windowEnd;
  if ('date' in bound) return dayNumber(bound.date);
  // Counting working days from a day that is none would not come to an end.
  return isDay(today) ? addDays(today, bound.days, bound.unit, calendar) : Number.NaN;
}

/** The farthest day that a Date can hold, from 1970 on. */
const LAST_DAY = 100_000_000;

const isDay = (day: number): boolean => Math.abs(day) <= LAST_DAY;

const dayIn = (read: unknown): number => (typeof read === 'string' ? dayNumber(read) : Number.NaN);

import { addDays, dayNumber, isoOfDay } from './calendar.ts';
import type { Moment } from './condition-facts.ts';
import type { DayBound } from './condition-schema.ts';
import {
  UNJUDGED,
  verdictsOf,
  type DateOp,
  type LeafTest,
  type Verdicts,
} from './condition-verdict.ts';

/** Compares a date with a fixed day, a day counted from today, or the end of the window. */
export function dateTest(op: DateOp, bound: DayBound): LeafTest {
  const thresholdAt = compileBound(bound, op);
  return {
    judge: (read, at) => {
      const date = typeof read === 'string' ? dateCode(read) : NO_DATE;
      const { code, verdicts } = thresholdAt(at);
      if (date === NO_DATE || code === NO_DATE) return UNJUDGED;
      return date < code ? verdicts.below : date > code ? verdicts.above : verdicts.on;
    },
    limit: (at) => thresholdAt(at).iso,
  };
}

/** A day to compare with, and the verdicts that name it. Without `iso` the day could not be told. */
export interface Threshold {
  readonly iso: string | undefined;
  readonly code: number;
  readonly verdicts: Verdicts;
}

function compileBound(bound: DayBound, op: DateOp): (at: Moment) => Threshold {
  if (bound === 'window-end') return thresholdOn(op, (at) => at.windowEnd);
  if ('date' in bound) {
    const fixed = threshold(op, dayNumber(bound.date));
    return () => fixed;
  }
  const { days, unit } = bound;
  // Counting working days from a day that is none would not come to an end.
  return thresholdOn(op, ({ today, calendar }) =>
    Number.isFinite(today) ? addDays(today, days, unit, calendar) : Number.NaN,
  );
}

/** The code of no date. */
export const NO_DATE = -1;

/** The farthest day that a Date can hold, from 1970 on. */
const LAST_DAY = 100_000_000;

const NOWHERE: Threshold = {
  iso: undefined,
  code: NO_DATE,
  verdicts: { below: UNJUDGED, on: UNJUDGED, above: UNJUDGED },
};

function threshold(op: DateOp, day: number): Threshold {
  if (!(Math.abs(day) <= LAST_DAY)) return NOWHERE;
  const iso = isoOfDay(day);
  return { iso, code: dateCode(iso), verdicts: verdictsOf(op, iso) };
}

/** Makes a threshold once a day, and not again for each deal that is compared with it. */
export function thresholdOn(op: DateOp, dayAt: (at: Moment) => number): (at: Moment) => Threshold {
  let last: Moment | undefined;
  let found = NOWHERE;
  return (at) => {
    if (!last || !isSameDay(at, last)) found = threshold(op, dayAt(at));
    last = at;
    return found;
  };
}

const isSameDay = (a: Moment, b: Moment): boolean =>
  a.today === b.today &&
  a.windowEnd === b.windowEnd &&
  a.calendar === b.calendar &&
  a.answerAge === b.answerAge;

const ZERO = 48;
const DASH = 45;

/**
 * A date as a number that keeps the order, 20260310 for 2026-03-10; NO_DATE for a text that is none. To
 * compare is all that is asked of it, and it is several times cheaper than a day number.
 */
export function dateCode(iso: string): number {
  if (iso.length !== 10 || iso.charCodeAt(4) !== DASH || iso.charCodeAt(7) !== DASH) return NO_DATE;
  const century = twoDigits(iso, 0);
  const year = twoDigits(iso, 2);
  const month = twoDigits(iso, 5);
  const day = twoDigits(iso, 8);
  if (century < 0 || year < 0 || month < 1 || month > 12 || day < 1) return NO_DATE;
  // Every month but February has 30 days; only what lies beyond needs the calendar.
  if (day > (month === 2 ? 28 : 30) && Number.isNaN(dayNumber(iso))) return NO_DATE;
  return (century * 100 + year) * 10_000 + month * 100 + day;
}

/** The number that two characters write, or -1. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

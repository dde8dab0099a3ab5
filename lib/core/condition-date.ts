import { addDays, dayNumber, isoOfDay } from './calendar.ts';
import type { Moment } from './condition-facts.ts';
import type { DayBound } from './condition-schema.ts';
import { MALFORMED, fails, holds, type LeafTest, type Verdict } from './condition-verdict.ts';

type DateOp = 'before' | 'on-or-before' | 'after' | 'on-or-after';

/** Whether a date holds against the threshold, both as codes that keep the order. */
const RULES: Readonly<Record<DateOp, (date: number, threshold: number) => boolean>> = {
  before: (date, threshold) => date < threshold,
  'on-or-before': (date, threshold) => date <= threshold,
  after: (date, threshold) => date > threshold,
  'on-or-after': (date, threshold) => date >= threshold,
};

/** Compares a date with a fixed day, a day counted from today, or the end of the window. */
export function dateTest(op: DateOp, bound: DayBound): LeafTest {
  const rule = RULES[op];
  const thresholdAt = compileBound(bound);
  return {
    judge: (read, at) => {
      const date = typeof read === 'string' ? dateCode(read) : Number.NaN;
      const threshold = thresholdAt(at);
      if (Number.isNaN(date) || Number.isNaN(threshold.code)) return MALFORMED;
      return rule(date, threshold.code) ? threshold.holds : threshold.fails;
    },
    limit: (at) => thresholdAt(at).iso,
  };
}

/** A day to compare with, undefined and NaN where it could not be told; and the verdicts that name it. */
export interface Threshold {
  readonly iso: string | undefined;
  readonly code: number;
  readonly holds: Verdict;
  readonly fails: Verdict;
}

function compileBound(bound: DayBound): (at: Moment) => Threshold {
  if (bound === 'window-end') return perMoment((at) => at.windowEnd);
  if ('date' in bound) {
    const fixed = threshold(dayNumber(bound.date));
    return () => fixed;
  }
  const { days, unit } = bound;
  // Counting working days from a day that is none would not come to an end.
  return perMoment(({ today, calendar }) =>
    Number.isFinite(today) ? addDays(today, days, unit, calendar) : Number.NaN,
  );
}

/** The farthest day that a Date can hold, from 1970 on. */
const LAST_DAY = 100_000_000;

function threshold(day: number): Threshold {
  if (!(Math.abs(day) <= LAST_DAY)) {
    return { iso: undefined, code: Number.NaN, holds: MALFORMED, fails: MALFORMED };
  }
  const iso = isoOfDay(day);
  return { iso, code: dateCode(iso), holds: holds(iso), fails: fails(iso) };
}

/** Finds a day once for an assessment, and not again for each fact that is compared with it. */
export function perMoment(dayAt: (at: Moment) => number): (at: Moment) => Threshold {
  let last: Moment | undefined;
  let found = threshold(Number.NaN);
  return (at) => {
    if (at !== last) {
      found = threshold(dayAt(at));
      last = at;
    }
    return found;
  };
}

const ZERO = 48;
const DASH = 45;

/**
 * A date as a number that keeps the order, 20260310 for 2026-03-10; NaN for a text that is no date. To
 * compare is all that is asked of it, and it is several times cheaper than a day number.
 */
export function dateCode(iso: string): number {
  if (iso.length !== 10 || iso.charCodeAt(4) !== DASH || iso.charCodeAt(7) !== DASH) {
    return Number.NaN;
  }
  const month = twoDigits(iso, 5);
  const day = twoDigits(iso, 8);
  const year = twoDigits(iso, 0) * 100 + twoDigits(iso, 2);
  if (!(month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  // Every month but February has 30 days; only what lies beyond needs the calendar.
  if (day > (month === 2 ? 28 : 30) && Number.isNaN(dayNumber(iso))) return Number.NaN;
  return year * 10_000 + month * 100 + day;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

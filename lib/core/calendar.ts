/**
 * Days as whole numbers since 1970-01-01: cheap to compare, and free of time zones. The user's zone
 * is applied once, outside, where an instant becomes a calendar date.
 */

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a date written YYYY-MM-DD; NaN for a text that is no existing date. */
export function dayNumber(iso: string): number {
  if (iso.length !== 10 || iso[4] !== '-' || iso[7] !== '-') return Number.NaN;
  const century = twoDigits(iso, 0);
  const ofCentury = twoDigits(iso, 2);
  const month = twoDigits(iso, 5);
  const day = twoDigits(iso, 8);
  if (century < 0 || ofCentury < 0 || month < 1 || month > 12 || day < 1) return Number.NaN;
  const year = century * 100 + ofCentury;
  // Every month but February has 30 days.
  if (day > (month === 2 ? 28 : 30) && day > daysIn(year, month)) return Number.NaN;
  // Years that begin in March have the leap day at their end. From 400 years before, none is below 0, and `| 0`,
  // which keeps the whole part, is a whole-number division.
  const march = 400 + year - (month < 3 ? 1 : 0);
  const leaps = ((march / 4) | 0) - ((march / 100) | 0) + ((march / 400) | 0);
  const monthStart = ((153 * (month < 3 ? month + 9 : month - 3) + 2) / 5) | 0;
  return march * 365 + leaps + monthStart + day - EPOCH;
}

/** 1970-01-01, counted from the last day of February 400 years before the year 0. */
const EPOCH = 719_469 + 146_097;
const ZERO = 48;

/** The number that two characters write, -1 where they are no digits. Cutting the text up costs several times more. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** The date of a day number, as YYYY-MM-DD. Throws a RangeError when it is no day. */
export const isoOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 for Monday to 6 for Sunday. 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Which days are worked: weekdays that are no holiday. Holidays on weekends are left out, and the rest is in order. */
export interface WorkCalendar {
  readonly holidays: readonly number[];
}

/** Makes a calendar from holidays written YYYY-MM-DD; a text that is no date is passed over. */
export function workCalendar(holidays: readonly string[]): WorkCalendar {
  const days = new Set<number>();
  for (const iso of holidays) {
    const day = dayNumber(iso);
    if (!Number.isNaN(day) && weekday(day) < 5) days.add(day);
  }
  return { holidays: [...days].sort((a, b) => a - b) };
}

export const isWorkday = (day: number, calendar: WorkCalendar): boolean =>
  weekday(day) < 5 && !calendar.holidays.includes(day);

/** Weekdays from Monday 1969-12-29 up to, and not with, the day. Differences of it count weekdays. */
function weekdaysBefore(day: number): number {
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7, 5);
}

/**
 * Working days that pass from one day to another: those after `from` up to and with `to`. Friday to
 * Monday is 1. Negative when `to` lies before `from`.
 */
export function workdaysBetween(from: number, to: number, calendar: WorkCalendar): number {
  if (to < from) return 0 - workdaysBetween(to, from, calendar);
  let count = weekdaysBefore(to + 1) - weekdaysBefore(from + 1);
  for (const holiday of calendar.holidays) {
    if (holiday > to) break;
    if (holiday > from) count -= 1;
  }
  return count;
}

/**
 * The day that lies n days on (or back, for a negative n). In working days it is the n-th day worked
 * after `from`; 0 is `from` itself.
 */
export function addDays(
  from: number,
  n: number,
  unit: 'calendar' | 'working',
  calendar: WorkCalendar,
): number {
  if (unit === 'calendar') return from + n;
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let day = from;
  while (left > 0) {
    day += step;
    if (isWorkday(day, calendar)) left -= 1;
  }
  return day;
}

/** True for the last `days` days of the day's month; quarters and years end with a month, too. */
export function endsMonth(day: number, days: number): boolean {
  const date = new Date(day * DAY_MS);
  const last = daysIn(date.getUTCFullYear(), date.getUTCMonth() + 1);
  return last - date.getUTCDate() < days;
}

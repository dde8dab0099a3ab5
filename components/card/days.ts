import { dayNumber, isoOfDay } from '../../lib/core/calendar.ts';

/** The date that lies so many calendar days after another, both as YYYY-MM-DD. */
export const addDays = (date: string, days: number): string => isoOfDay(dayNumber(date) + days);

import type { Format } from '../card/format.ts';

type Screen = Pick<Format, 'locale' | 'date'>;

/** 2024-01-01 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const HOUR_MS = 3_600_000;

/** The time of day of an instant (ISO 8601) in the reader's own zone: "14:03". */
export const timeOf = (instant: string, { locale }: Pick<Screen, 'locale'>): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(Date.parse(instant));

/** An instant (ISO 8601) in the reader's own zone: "3 Nov 2026, 14:05". A text that is none comes back as it is. */
export function momentOf(instant: string, { locale }: Pick<Screen, 'locale'>): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** "14:03" for an instant of today, with its day before it for any other. */
export function clockTime(instant: string, fmt: Screen): string {
  const day = Temporal.Instant.from(instant)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainDate();
  const time = timeOf(instant, fmt);
  const isToday = Temporal.PlainDate.compare(day, Temporal.Now.plainDateISO()) === 0;
  return isToday ? time : `${fmt.date(day.toString())} ${time}`;
}

/** The name of a day of the week, from 1 for Monday. */
export const weekdayOf = (day: number, { locale }: Pick<Screen, 'locale'>): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + (day - 1) * 24 * HOUR_MS,
  );

/** An hour of the day, 0 to 23, as it is written: "16:00". */
export const hourOf = (hour: number, { locale }: Pick<Screen, 'locale'>): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(
    MONDAY + hour * HOUR_MS,
  );

import type { Say } from '../../options/say.ts';

/** "14:03", or "3 Feb 2027 14:03" for an instant that was on another day. */
export function clockTime(instant: string, { fmt }: Say): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(Temporal.Now.timeZoneId());
  const time = at.toLocaleString(fmt.locale, { hour: '2-digit', minute: '2-digit' });
  const day = at.toPlainDate();
  if (Temporal.PlainDate.compare(day, Temporal.Now.plainDateISO()) === 0) return time;
  return `${fmt.date(day.toString())} ${time}`;
}

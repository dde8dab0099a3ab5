import type { WindowResult } from './assessment.ts';
import { dayNumber, isoOfDay } from './calendar.ts';
import { empty, known, type Fact } from './fact.ts';
import type { ActivePlaybook } from './playbook.ts';

/** Calendar days of the window while the team's cycle is not known. */
export const DEFAULT_WINDOW = 30;

/** The length of the forecast window in calendar days: the median cycle of won deals rounded up to 5, as set, or 30. */
export function windowLength(
  playbook: ActivePlaybook,
): Pick<WindowResult, 'days' | 'basis' | 'deals'> {
  if (playbook.window !== 'learned') return { days: playbook.window, basis: 'set', deals: 0 };
  const { cycle } = playbook.norms;
  if (!cycle) return { days: DEFAULT_WINDOW, basis: 'default', deals: 0 };
  const days = Math.max(5, Math.ceil(cycle.median / 5) * 5);
  return { days, basis: 'learned', deals: cycle.deals };
}

/** The window as it lies on one day. */
export type WindowSpan = Omit<WindowResult, 'closesIn'>;

/** The window that starts today (a day number). */
export function windowFrom(playbook: ActivePlaybook, today: number): WindowSpan {
  const length = windowLength(playbook);
  return { ...length, end: isoOfDay(today + length.days) };
}

/** Where a close date lies in the window. */
export function placeInWindow(
  closeDate: Fact<string>,
  { window, moment }: { readonly window: WindowSpan; readonly moment: { readonly today: number } },
): WindowResult {
  const { days, basis, deals, end } = window;
  return { days, basis, deals, end, closesIn: daysUntil(closeDate, moment.today) };
}

function daysUntil(date: Fact<string>, today: number): Fact<number> {
  if (date.is === 'unknown') return date;
  if (date.is === 'empty') return empty(date.source);
  const day = dayNumber(date.value);
  if (Number.isNaN(day)) return { is: 'unknown', reason: 'not-readable', saw: date.value };
  return known(day - today, date.source);
}

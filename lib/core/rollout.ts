import { dayNumber } from './calendar.ts';
import type { Playbook } from './playbook.ts';

/**
 * Whether a staged start keeps Dealside from a role today (YYYY-MM-DD): from the day that reps are to see it, all
 * do; before that day, managers and admins alone. A playbook without a staged start holds nobody back.
 */
export function isHeldBack(
  { rollout }: Pick<Playbook, 'rollout'>,
  role: 'rep' | 'manager' | 'admin',
  today: string,
): boolean {
  if (!rollout || role !== 'rep') return false;
  return dayNumber(today) < dayNumber(rollout.from) + rollout.managersFirst;
}

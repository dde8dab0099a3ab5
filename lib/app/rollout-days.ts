import { dayNumber, isoOfDay } from '../core/calendar.ts';
import type { Playbook } from '../core/playbook.ts';

/** A staged start: see core/playbook.ts. */
export type Rollout = NonNullable<Playbook['rollout']>;

/** The first day on which reps see Dealside, YYYY-MM-DD. */
export const startsOn = ({ from, managersFirst }: Rollout): string =>
  isoOfDay(dayNumber(from) + managersFirst);

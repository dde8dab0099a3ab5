import type { Explained } from '../../lib/core/assessment.ts';

/** How many of the required gates are met or excepted. */
export interface RingCount {
  readonly done: number;
  readonly of: number;
}

/** Counts the required gates; advised ones never hold a deal up, and are left out. */
export function ringOf({ gates }: Explained): RingCount {
  const required = gates.filter(({ need }) => need === 'required');
  const done = required.filter(
    ({ state, exception }) => state === 'met' || exception !== undefined,
  );
  return { done: done.length, of: required.length };
}

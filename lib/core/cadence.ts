import type { Playbook } from './playbook.ts';

/** When a team looks at its deals. */
export type Cadence = NonNullable<Playbook['cadence']>;

/**
 * What a seasoned team begins with: a scrub of a forecast deal within ten working days, of a commit within five; the
 * week's forecast fixed on Friday at noon; a 1:1 every ten working days.
 */
export const DEFAULT_CADENCE: Cadence = {
  scrub: { forecast: 10, commit: 5 },
  weekly: { day: 5, hour: 12 },
  oneOnOne: 10,
};

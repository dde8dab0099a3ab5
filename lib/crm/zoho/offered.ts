import { unknown } from '../../core/fact.ts';

/** Zoho has no columns for these. How often the close date moved is in its timeline. */
export const NOT_OFFERED = {
  nextStepDate: unknown('not-offered'),
  pushes: unknown('not-offered'),
} as const;

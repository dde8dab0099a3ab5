import { unknown } from '../../core/fact.ts';

/** The sales app has no columns for these. Its stakeholders are links to other records, which are not counted here. */
export const NOT_OFFERED = {
  nextStep: unknown('not-offered'),
  nextStepDate: unknown('not-offered'),
  pushes: unknown('not-offered'),
} as const;

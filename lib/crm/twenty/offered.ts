import { notOffered } from '../offered.ts';

/** Twenty has no field for these: one pipeline, no chances, and one person of contact, which is no count. */
export const NOT_OFFERED = notOffered(
  'probability',
  'forecastCategory',
  'nextStep',
  'nextStepDate',
  'contacts',
  'pipeline',
);

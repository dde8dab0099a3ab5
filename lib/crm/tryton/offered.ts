import { notOffered } from '../offered.ts';

/** Keys of what a reading carries beside the fields: the record's number and its currency's code. */
export const MAPPED = { number: 'number', currency: 'currency' } as const;

/** Tryton has no field for these. Its comment is free notes, not a next step; its one contact is no count. */
export const NOT_OFFERED = notOffered(
  'forecastCategory',
  'lastContact',
  'lastContactBy',
  'nextMeeting',
  'nextStep',
  'nextStepDate',
  'contacts',
  'pipeline',
);

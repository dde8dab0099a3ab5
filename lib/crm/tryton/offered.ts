import { unknown } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';

/** Keys of what a reading carries beside the fields: the record's number and its currency's code. */
export const MAPPED = { number: 'number', currency: 'currency' } as const;

const NAMES = [
  'forecastCategory',
  'lastContact',
  'lastContactBy',
  'nextMeeting',
  'nextStep',
  'nextStepDate',
  'contacts',
  'pipeline',
] as const satisfies readonly FieldName[];

const notOffered = unknown('not-offered');

/** Tryton has no field for these. Its comment is free notes, not a next step; its one contact is no count. */
export const NOT_OFFERED = Object.fromEntries(NAMES.map((name) => [name, notOffered])) as Readonly<
  Record<(typeof NAMES)[number], typeof notOffered>
>;

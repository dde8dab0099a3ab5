import { unknown } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';

const NAMES = [
  'probability',
  'forecastCategory',
  'nextStep',
  'nextStepDate',
  'contacts',
  'pipeline',
] as const satisfies readonly FieldName[];

const notOffered = unknown('not-offered');

/** Twenty has no field for these: one pipeline, no chances, and one person of contact, which is no count. */
export const NOT_OFFERED = Object.fromEntries(NAMES.map((name) => [name, notOffered])) as Readonly<
  Record<(typeof NAMES)[number], typeof notOffered>
>;

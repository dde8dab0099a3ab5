import { unknown } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';

const NAMES = [
  'forecastCategory',
  'nextStep',
  'nextStepDate',
  'pipeline',
] as const satisfies readonly FieldName[];

const notOffered = unknown('not-offered');

/** EspoCRM has no field for these, and one pipeline alone. */
export const NOT_OFFERED = Object.fromEntries(NAMES.map((name) => [name, notOffered])) as Readonly<
  Record<(typeof NAMES)[number], typeof notOffered>
>;

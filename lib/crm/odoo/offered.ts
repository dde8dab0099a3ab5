import { unknown } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';

const NAMES = ['forecastCategory', 'pushes', 'contacts'] as const satisfies readonly FieldName[];

const notOffered = unknown('not-offered');

/** Odoo has no field for these: its one customer is no count of people, and it counts no moves of the closing date. */
export const NOT_OFFERED = Object.fromEntries(NAMES.map((name) => [name, notOffered])) as Readonly<
  Record<(typeof NAMES)[number], typeof notOffered>
>;

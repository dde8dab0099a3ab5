import { unknown, type Unknown } from '../core/fact.ts';
import type { FieldName } from '../core/fields.ts';

/** Facts for the fields that a CRM has no place for. */
export const notOffered = <K extends FieldName>(
  ...names: readonly K[]
): Readonly<Record<K, Unknown>> =>
  Object.fromEntries(names.map((name) => [name, unknown('not-offered')])) as Readonly<
    Record<K, Unknown>
  >;

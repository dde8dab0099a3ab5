import type { Reading } from '../../core/deal.ts';
import { valueOf, type Fact } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';
import { oneLine } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';

/** The fields that tell two deals of one name apart. */
const TELLING = ['account', 'owner', 'amount', 'closeDate', 'stage'] as const;

/**
 * The evidence that the form holds this deal: Odoo's pager puts the next deal into the same form before it changes the
 * address, the browser's Back changes the address first, and no id stands in the page. So the name in the breadcrumbs,
 * which stays as it is saved while somebody types, must be the deal's. Two deals can have one name: then their other
 * fields tell. `told` are the form's fields, where what says the same as is saved has become the saved fact.
 */
export function isThisDeal(
  title: string | undefined,
  told: SomeFields,
  saved: Reading,
  dirty: boolean,
): boolean {
  const name = valueOf(saved.fields.name);
  const shown = title ?? (told.name && valueOf(told.name));
  if (name === undefined || shown === undefined || oneLine(name) !== oneLine(shown)) return false;
  const agreed = TELLING.flatMap((field) => agreement(field, told, saved) ?? []);
  const others = agreed.filter((same) => !same).length;
  if (dirty) return agreed.length === 0 || others < agreed.length;
  // Nothing is typed: a customer that is another one is another deal's, and so are two differences.
  return agreement('account', told, saved) !== false && others <= 1;
}

/** Whether the form and what is saved say the same of a field; undefined where one of them says nothing. */
function agreement(field: FieldName, told: SomeFields, saved: Reading): boolean | undefined {
  const fact: Fact<unknown> | undefined = told[field];
  const kept: Fact<unknown> = saved.fields[field];
  if (!fact || fact.is === 'unknown' || kept.is === 'unknown') return undefined;
  return fact === kept;
}

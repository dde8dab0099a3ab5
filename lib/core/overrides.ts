import { z } from 'zod';
import { FIELD_NAMES, type FieldName } from './fields.ts';
import { crmId } from './reading-schema.ts';
import { SELECTOR_LIMIT } from './self-check.ts';

/**
 * An admin's selectors: where a field stands in a CRM's page, in the place of what the adapter knows. They live in the playbook, so
 * that they are checked, published, exported and rolled back with it.
 */

/** Selectors for one field, in the order of their rank. */
const MOST_SELECTORS = 5;

/** Which side moved last is no text of a page. */
type Overridable = Exclude<FieldName, 'lastContactBy'>;
export const OVERRIDABLE = FIELD_NAMES.filter(
  (field): field is Overridable => field !== 'lastContactBy',
);

export const selectorSchema = z.string().trim().min(1).max(SELECTOR_LIMIT);
const ranked = z.array(selectorSchema).min(1).max(MOST_SELECTORS);

/** One field's places: as it is shown, and in a form. */
const placesSchema = z.strictObject({
  shown: ranked.exactOptional(),
  form: ranked.exactOptional(),
});

/** By CRM and field. */
export const selectorsSchema = z.record(
  crmId,
  z.partialRecord(z.enum(OVERRIDABLE as [Overridable, ...Overridable[]]), placesSchema),
);
export type Selectors = z.infer<typeof selectorsSchema>;

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/**
 * What is plainly wrong with a text that should be a CSS selector, for the end of a sentence; undefined for nothing. Only a page
 * can say whether the browser takes it.
 */
export function selectorFault(text: string): string | undefined {
  const open: string[] = [];
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\\') at += 1;
    else if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (PAIRS[letter] !== undefined) open.push(PAIRS[letter]);
    else if (letter === ')' || letter === ']') {
      if (open.pop() !== letter) return `has a ${letter} too many`;
    } else if ('{};<'.includes(letter)) return `has a ${letter}, which no selector has`;
  }
  if (quote !== '') return `lacks its closing ${quote}`;
  const last = open.pop();
  return last === undefined ? undefined : `lacks its closing ${last}`;
}

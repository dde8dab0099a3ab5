import { z } from 'zod';
import { FIELD_NAMES, type FieldName } from './fields.ts';
import { plain } from './plain-text.ts';
import { compilePattern, type PatternFault } from './url-pattern.ts';

/**
 * The definition of an admin's own CRM: data that says how its pages are read. What is kept, imported and sent is
 * checked with this one schema; page code imports its types alone, from `crm/custom/definition.ts`.
 */

export const DEFINITION_LIMITS = {
  /** Definitions in one browser. */
  definitions: 50,
  /** Characters of one definition's JSON. */
  text: 200_000,
  selector: 300,
  label: 120,
  pattern: 300,
  perList: 8,
  sites: 10,
  stages: 100,
} as const;

const {
  selector: SELECTOR,
  label: LABEL,
  pattern: PATTERN,
  perList,
  sites,
  stages,
} = DEFINITION_LIMITS;

const PATTERN_FAULTS: Readonly<Record<PatternFault, string>> = {
  start: 'must start with "/": it is the part of the address behind the host',
  'two-ids': 'may hold ":id" only once',
  'id-apart': 'must have "/", "=" or "#" before ":id", and one of / ? # & ; or nothing behind it',
  'too-wide': 'would fit every page of the site',
};

const someText = (longest: number) => z.string().trim().min(1).max(longest).superRefine(plain);

const pattern = someText(PATTERN).superRefine((text, context) => {
  const found = compilePattern(text);
  if (typeof found === 'string')
    context.addIssue({ code: 'custom', message: PATTERN_FAULTS[found] });
});

const dealPattern = pattern.refine((text) => text.includes(':id'), {
  message: 'must hold ":id", the part that tells one deal from another',
});

const selector = someText(SELECTOR);

/** The text of a field's label, and a part of the value beside it. */
const labelLocator = z.strictObject({
  label: someText(LABEL),
  part: selector.exactOptional(),
});

/** A CSS selector, or a label's text where nothing in the element itself can be held on to. */
export const locatorSchema = z.union([selector, labelLocator]);

const locators = z.array(locatorSchema).min(1).max(perList);

const fieldSchema = z.strictObject({
  shown: locators.exactOptional(),
  form: locators.exactOptional(),
});

const fieldName = z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]);

/** Where an id stands in the page: as an attribute's value, or in the address that the attribute holds. */
const idInPage = z.strictObject({
  selector,
  attribute: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'must be the name of an attribute'),
});

const stageSchema = z.strictObject({
  label: someText(LABEL),
  id: someText(LABEL).exactOptional(),
  state: z.enum(['open', 'won', 'lost']),
});

const rowsSchema = z.strictObject({
  row: selector,
  name: selector,
  id: z
    .strictObject({ selector: selector.exactOptional(), attribute: idInPage.shape.attribute })
    .exactOptional(),
  fields: z.partialRecord(fieldName, z.array(selector).min(1).max(perList)).exactOptional(),
});

const origin = z
  .string()
  .max(300)
  .regex(
    /^https?:\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/,
    'must be an address such as "https://crm.example.com", without anything behind the host',
  );

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

export const definitionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^custom-[a-z0-9-]{1,33}$/, 'must be "custom-" with small letters, digits and hyphens'),
  name: someText(80),
  /** Of this definition, so that colleagues speak of the same one. */
  version: z.number().int().positive().max(1_000_000),
  sites: z.array(origin).min(1).max(sites),
  urls: z.strictObject({
    deal: z.array(dealPattern).min(1).max(perList),
    list: z.array(pattern).max(perList).exactOptional(),
    board: z.array(pattern).max(perList).exactOptional(),
  }),
  /** What the fields stand in, where that is not the whole page: a dialog. The last visible one counts. */
  pane: selector.exactOptional(),
  /** Must agree with the id in the address before anything is read. */
  identity: idInPage.exactOptional(),
  /** A BCP 47 locale: how amounts are written, and dates where `dateOrder` does not say so. */
  locale: z.string().max(40).refine(isLocale, 'must be a language such as "en-GB"').exactOptional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).exactOptional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a code such as "EUR"')
    .exactOptional(),
  fields: z
    .partialRecord(fieldName, fieldSchema)
    .refine(({ name }) => Boolean(name?.shown ?? name?.form), {
      message: 'must say where the deal’s "name" stands',
    }),
  /**
   * The stages that mean something by their label. With an open one among them the list is complete, and another
   * label is no stage; without, it names the won and the lost ones, and all others are open.
   */
  stages: z.array(stageSchema).max(stages).exactOptional(),
  rows: rowsSchema.exactOptional(),
});

/** The type as page code has it: nothing of a definition is ever changed in place. */
export type Readonlied<T> = T extends (infer U)[]
  ? readonly Readonlied<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Readonlied<T[K]> }
    : T;

export type Locator = Readonlied<z.infer<typeof locatorSchema>>;
export type Definition = Readonlied<z.infer<typeof definitionSchema>>;

/** What is wrong with a definition, and where: "urls.deal.0". */
export interface DefinitionProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Checks anything that is to be a definition. Never throws. */
export function checkDefinition(
  raw: unknown,
): { readonly definition: Definition } | { readonly problems: readonly DefinitionProblem[] } {
  const { data, error } = definitionSchema.safeParse(raw);
  if (data) return { definition: data };
  return {
    problems: error.issues.map(({ path, ...issue }) => ({
      path: path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
      message: sentenceOf(issue as z.core.$ZodIssue),
    })),
  };
}

/** What zod says, in words that say what to do. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'unrecognized_keys':
      return `has a part that is not known: ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'too_big':
      return `is too long: at most ${Number(issue.maximum)}`;
    case 'too_small':
      return Number(issue.minimum) <= 1
        ? 'must not be empty'
        : `must be at least ${Number(issue.minimum)}`;
    case 'invalid_union':
      return 'must be a selector, or a label such as {"label": "Amount"}';
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_format':
      return issue.message;
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `must be of another kind: ${issue.expected}`;
    case 'invalid_key':
      return 'names a field that Dealside does not know';
    case 'invalid_element':
    case 'not_multiple_of':
      return 'is not valid';
  }
}

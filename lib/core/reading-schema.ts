import { z } from 'zod';
import type { DealRef, Fields, Reading } from './deal.ts';
import { SOURCES, UNKNOWN_REASONS, unknown, type Fact } from './fact.ts';
import {
  CATEGORIES,
  type CustomValue,
  type FieldName,
  type FieldValues,
  type Stage,
} from './fields.ts';
import type { Money } from './money.ts';
import { isFreeName } from './plain-text.ts';
import { isoDate } from './records.ts';
import type { Same } from './same.ts';

/** Longer than any field of a CRM; a page cannot fill the database with one value. */
const VALUE_LIMIT = 100_000;

const text = z.string().max(VALUE_LIMIT);
const decimal = z
  .string()
  .max(60)
  .regex(/^-?\d+(\.\d+)?$/);
const source = z.enum(SOURCES);

const money = z.object({
  amount: decimal,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .exactOptional(),
  margin: decimal.exactOptional(),
});

const stage = z.object({
  id: text,
  label: text,
  order: z.number().int().nonnegative().exactOptional(),
  state: z.enum(['open', 'won', 'lost']),
});

const factOf = <T>(value: z.ZodType<T>): z.ZodType<Fact<T>> =>
  z.discriminatedUnion('is', [
    z.object({ is: z.literal('value'), value, source }),
    z.object({ is: z.literal('empty'), source }),
    z.object({
      is: z.literal('unknown'),
      reason: z.enum(UNKNOWN_REASONS),
      saw: text.exactOptional(),
    }),
  ]);

/** A field that was not known to the version that wrote the row is a field that was not on the page. */
const field = (fact: z.ZodType<Fact<unknown>>): z.ZodType<Fact<unknown>> =>
  fact.default(unknown('not-on-page'));

const facts = {
  name: factOf(text),
  account: factOf(text),
  owner: factOf(text),
  amount: factOf(money),
  stage: factOf(stage),
  probability: factOf(z.number()),
  forecastCategory: factOf(z.enum(CATEGORIES)),
  closeDate: factOf(isoDate),
  created: factOf(isoDate),
  modified: factOf(isoDate),
  stageEntered: factOf(isoDate),
  lastContact: factOf(isoDate),
  lastContactBy: factOf(z.enum(['buyer', 'us'])),
  nextMeeting: factOf(isoDate),
  nextStep: factOf(text),
  nextStepDate: factOf(isoDate),
  pushes: factOf(z.number()),
  contacts: factOf(z.number()),
  pipeline: factOf(text),
} satisfies { [K in FieldName]: z.ZodType<Fact<FieldValues[K]>> };

const fields = z.object(
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, field(fact)])),
) as unknown as z.ZodType<Fields>;

/** Some fields of a deal, as a row of a list shows them. Unknown ones are left out. */
export const someFieldsSchema = z.object(
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.exactOptional()])),
) as unknown as z.ZodType<{ [K in FieldName]?: Fact<FieldValues[K]> }>;

const customValue: z.ZodType<CustomValue> = z.union([
  text,
  z.number(),
  money,
  z.array(text).max(500),
]);

/** A CRM's id as it stands in `data-deal` and in storage: the folder's name. */
export const crmId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .refine(isFreeName);

export const refSchema = z.object({
  crm: crmId,
  id: z.string().min(1).max(120),
  org: z.string().min(1).max(120).exactOptional(),
});

/** A reading, from a page or from the database. Unknown fields are left out, missing ones are "not on this page". */
export const readingSchema: z.ZodType<Reading> = z.object({
  ref: refSchema,
  url: z.url({ protocol: /^https?$/ }).max(4000),
  fields,
  custom: z.record(z.string().max(200), factOf(customValue)),
});

// An optional property that stands on one side alone would compile without these.
true satisfies Same<z.output<typeof money>, Money>;
true satisfies Same<z.output<typeof stage>, Stage>;
true satisfies Same<z.output<typeof refSchema>, DealRef>;

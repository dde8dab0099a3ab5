import { z } from 'zod';
import {
  answerSchema,
  disputeSchema,
  exceptionSchema,
  isoDate,
  parkedSchema,
  shownPromptSchema,
} from '../core/records.ts';
import type { DataOf, ToBackground } from './protocol.ts';
import { draftSchema } from '../core/custom-draft.ts';
import { definitionSchema } from '../core/custom-schema.ts';
import { FIELD_NAMES, type FieldName } from '../core/fields.ts';
import { crmId, readingSchema, refSchema, someFieldsSchema } from '../core/reading-schema.ts';
import { SEEN_LIMIT, SELECTOR_LIMIT } from '../core/self-check.ts';
import type { Same } from '../core/same.ts';

/** What a page may send, each message checked before anything is done with it. */

const { prompt, outcome } = shownPromptSchema.shape;
const nothing = z.strictObject({}) as z.ZodType<Record<string, never>>;
/** A row's name that is longer can be told from no other. */
const NAME_LIMIT = 2000;
const pixels = z.number().min(0).max(20_000);

export const placeSchema = z.object({
  right: pixels,
  bottom: pixels,
  collapsed: z.boolean(),
});

const of = <T extends z.ZodRawShape>(shape: T) => z.object({ ref: refSchema, ...shape });

const checkSchema = z.object({
  field: z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]),
  state: z.enum(['shown', 'form']),
  result: z.enum(['agrees', 'disagrees', 'nothing-found']),
  selector: z.string().max(SELECTOR_LIMIT).exactOptional(),
  saw: z
    .string()
    .max(2 * SEEN_LIMIT)
    .exactOptional(),
  saved: z
    .string()
    .max(2 * SEEN_LIMIT)
    .exactOptional(),
});

/** Rows and readings that one message may carry. */
export const ROWS_LIMIT = 1000;
/** The longest address and the longest body of a request to a CRM's API. */
const CALL_LIMIT = 20_000;
const READINGS_LIMIT = 500;
/** Requests that one message may tell of. */
const sentCount = z.number().int().min(0).max(10_000);

const rowSchema = z.object({
  id: refSchema.shape.id.exactOptional(),
  name: z.string().max(NAME_LIMIT).exactOptional(),
  fields: someFieldsSchema,
});

export const schemas = {
  mountCard: z.object({ crm: crmId }),
  leaveDeal: nothing,
  openDeal: of({ url: z.url({ protocol: /^https?$/ }).max(4000) }),
  recordReading: z.object({ reading: readingSchema }),
  saveAnswer: of({ answer: answerSchema }),
  saveException: of({ exception: exceptionSchema }),
  endException: of({ gate: exceptionSchema.shape.gate }),
  saveDispute: of({ dispute: disputeSchema }),
  endDispute: of({ rule: disputeSchema.shape.rule }),
  park: of({ parked: parkedSchema }),
  wake: of({}),
  notePrompt: of({ prompt, day: isoDate, outcome }),
  reportCheck: of({ checks: z.array(checkSchema).max(2 * FIELD_NAMES.length) }),
  mountBadges: z.object({ crm: crmId }),
  badges: z.object({
    crm: crmId,
    org: refSchema.shape.org,
    rows: z.array(rowSchema).max(ROWS_LIMIT),
  }),
  recordReadings: z.object({ readings: z.array(readingSchema).max(READINGS_LIMIT) }),
  savePlace: z.object({ crm: crmId, place: placeSchema }),
  customSites: nothing,
  picking: nothing,
  keepPicking: z.object({ draft: draftSchema }),
  saveCustom: z.object({ definition: definitionSchema }),
  stopPicking: nothing,
  noteSent: z.strictObject({ reads: sentCount, notes: sentCount }),
  crmCall: z.strictObject({
    crm: crmId,
    method: z.enum(['GET', 'POST']),
    path: z.string().max(CALL_LIMIT),
    body: z.string().max(CALL_LIMIT).exactOptional(),
  }),
} satisfies { [K in keyof ToBackground]: z.ZodType<DataOf<K>> };

/** A field that stands in the protocol alone, or here alone, does not compile. */
type Parity = { [K in keyof ToBackground]: Same<z.output<(typeof schemas)[K]>, DataOf<K>> };
({}) as Parity satisfies { [K in keyof Parity]: true };

/** The schema of one message, typed by the protocol. */
export const schemaOf = <K extends keyof ToBackground>(type: K): z.ZodType<DataOf<K>> =>
  schemas[type] as unknown as z.ZodType<DataOf<K>>;

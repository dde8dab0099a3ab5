import { z } from 'zod';
import {
  answerSchema,
  exceptionSchema,
  isoDate,
  parkedSchema,
  shownPromptSchema,
} from '../core/records.ts';
import type { DataOf, ToBackground } from './protocol.ts';
import { crmId, readingSchema, refSchema } from '../core/reading-schema.ts';
import type { Same } from '../core/same.ts';

/** What a page may send, each message checked before anything is done with it. */

const { prompt, outcome } = shownPromptSchema.shape;
const nothing = z.strictObject({}) as z.ZodType<Record<string, never>>;
const pixels = z.number().min(0).max(20_000);

export const placeSchema = z.object({
  right: pixels,
  bottom: pixels,
  collapsed: z.boolean(),
});

const of = <T extends z.ZodRawShape>(shape: T) => z.object({ ref: refSchema, ...shape });

export const schemas = {
  mountCard: z.object({ crm: crmId }),
  leaveDeal: nothing,
  openDeal: of({ url: z.url({ protocol: /^https?$/ }).max(4000) }),
  recordReading: z.object({ reading: readingSchema }),
  saveAnswer: of({ answer: answerSchema }),
  saveException: of({ exception: exceptionSchema }),
  endException: of({ gate: exceptionSchema.shape.gate }),
  park: of({ parked: parkedSchema }),
  wake: of({}),
  notePrompt: of({ prompt, day: isoDate, outcome }),
  savePlace: z.object({ crm: crmId, place: placeSchema }),
} satisfies { [K in keyof ToBackground]: z.ZodType<DataOf<K>> };

/** A field that stands in the protocol alone, or here alone, does not compile. */
type Parity = { [K in keyof ToBackground]: Same<z.output<(typeof schemas)[K]>, DataOf<K>> };
({}) as Parity satisfies { [K in keyof Parity]: true };

/** The schema of one message, typed by the protocol. */
export const schemaOf = <K extends keyof ToBackground>(type: K): z.ZodType<DataOf<K>> =>
  schemas[type] as unknown as z.ZodType<DataOf<K>>;

import { z } from 'zod';
import { FIELD_NAMES } from './fields.ts';
import { SOURCES } from './fact.ts';
import { TEXT_LIMIT } from './limits.ts';

/**
 * What Dealside keeps about a deal. The schemas stand at every boundary; screens and content scripts
 * import the types alone (`import type`), so that zod stays out of the page.
 */

/** A calendar date that exists, as YYYY-MM-DD. */
export const isoDate = z.iso.date();

const text = z.string().trim().min(1).max(TEXT_LIMIT);
const key = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/);

/**
 * What a rep wrote for a fact that the CRM has no field for. `date` is the day that it speaks of, if
 * any; `day` the day in the user's zone on which it was written or confirmed: answers age from there.
 * Which of two answers is the newer one is the order in which they were kept, not a clock.
 */
export const answerSchema = z.object({
  key,
  text,
  date: isoDate.optional(),
  day: isoDate,
});
export type Answer = z.infer<typeof answerSchema>;

/** A gate waived on one deal, with a reason, through the day `until`. */
export const exceptionSchema = z.object({
  gate: key,
  reason: text,
  until: isoDate,
  day: isoDate,
});
export type Exception = z.infer<typeof exceptionSchema>;

/**
 * A rep's word that a gate or signal is wrong on one deal: `rule` is "gate:<id>" or "signal:<id>". It changes no
 * standing; it tells whoever keeps the playbook.
 */
export const disputeSchema = z.object({
  rule: z.string().regex(/^(gate|signal):[A-Za-z][A-Za-z0-9-]{0,63}$/),
  reason: text.optional(),
  day: isoDate,
});
export type Dispute = z.infer<typeof disputeSchema>;

/** A deal put to sleep through the day before `until`, its wake-up date. */
export const parkedSchema = z.object({ reason: text, until: isoDate, day: isoDate });
export type Parked = z.infer<typeof parkedSchema>;

/** One prompt that was put before the rep: on which deal, when, and what became of it. */
export const shownPromptSchema = z.object({
  prompt: z.string().min(1).max(80),
  deal: z.string().min(1).max(400),
  day: isoDate,
  outcome: z.enum(['shown', 'answered', 'not-now']),
});
export type ShownPrompt = z.infer<typeof shownPromptSchema>;

/**
 * One saved change of a field: `from` and `to` are plain texts (a date, a decimal amount, a stage id),
 * null for empty. For stages, `order` tells the direction. `day` is the calendar day in the user's zone.
 */
export const changeSchema = z.object({
  field: z.enum(FIELD_NAMES as [string, ...string[]]),
  from: z.string().max(TEXT_LIMIT).nullable(),
  to: z.string().max(TEXT_LIMIT).nullable(),
  fromOrder: z.number().int().optional(),
  toOrder: z.number().int().optional(),
  day: isoDate,
  source: z.enum(SOURCES),
});
export type Change = z.infer<typeof changeSchema>;

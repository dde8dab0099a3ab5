import { z } from 'zod';
import { plain } from './plain-text.ts';
import { PLAYBOOK_LIMITS } from './playbook-limits.ts';
import { isoDate } from './records.ts';

/**
 * The language of conditions, as it stands in a playbook. Which operators suit which field, and whether
 * a condition can be met at all, is checked by check-playbook.ts when a playbook is loaded.
 */

/** A day relative to today, a fixed date, or the last day of the forecast window. Working days leave out weekends and holidays. */
const daySchema = z.union([
  z.strictObject({ days: z.number().int(), unit: z.enum(['calendar', 'working']) }),
  z.strictObject({ date: isoDate }),
  z.literal('window-end'),
]);
export type DayBound = z.infer<typeof daySchema>;

const { values, value, group } = PLAYBOOK_LIMITS;
const field = z.string().min(1).max(120).superRefine(plain);
const text = z.string().max(value).superRefine(plain);
const decimal = z
  .string()
  .max(60)
  .regex(/^-?\d+(\.\d+)?$/, 'a plain decimal such as "1500.50"');
const texts = z.array(text.min(1)).min(1).max(values);
const leaf = <O extends string, S extends z.ZodRawShape>(op: O, shape: S) =>
  z.strictObject({ field, op: z.literal(op), ...shape });

/** One comparison. `evidence` asks for a text that says something: no placeholder such as "TBD", and not too old. */
export const leafSchema = z.discriminatedUnion('op', [
  leaf('is-set', {}),
  leaf('is-empty', {}),
  leaf('evidence', {
    minWords: z.number().int().optional(),
    /** Calendar days; for answers only. "playbook" takes the playbook's own answer age. */
    maxAge: z.union([z.number().int(), z.literal('playbook')]).optional(),
  }),
  leaf('is', { value: text }),
  leaf('is-not', { value: text }),
  leaf('contains', { value: text.min(1) }),
  leaf('one-of', { value: texts }),
  leaf('none-of', { value: texts }),
  leaf('equals', { value: decimal }),
  leaf('differs', { value: decimal }),
  leaf('more-than', { value: decimal }),
  leaf('at-least', { value: decimal }),
  leaf('less-than', { value: decimal }),
  leaf('at-most', { value: decimal }),
  leaf('between', { low: decimal, high: decimal }),
  /** Money: its currency is one of these; an empty list takes the playbook's currencies. */
  leaf('currency-in', { value: z.array(z.string().regex(/^[A-Z]{3}$/)).max(values) }),
  leaf('before', { day: daySchema }),
  leaf('on-or-before', { day: daySchema }),
  leaf('after', { day: daySchema }),
  leaf('on-or-after', { day: daySchema }),
  leaf('includes', { value: text.min(1) }),
  leaf('includes-any', { value: texts }),
  leaf('includes-all', { value: texts }),
  leaf('count-at-least', { value: z.number().int() }),
  leaf('count-at-most', { value: z.number().int() }),
]);
export type Leaf = z.infer<typeof leafSchema>;
export type Op = Leaf['op'];

/** A leaf, or all / any / not of conditions. Fields are written "closeDate", "answer.pain", "answer.pain.date" or "custom.region". */
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    leafSchema,
    z.strictObject({ all: z.array(conditionSchema).max(group) }),
    z.strictObject({ any: z.array(conditionSchema).max(group) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

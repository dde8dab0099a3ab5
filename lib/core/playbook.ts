import { z } from 'zod';
import { CATEGORIES } from './fields.ts';
import { isoDate } from './records.ts';
import { conditionSchema } from './condition-schema.ts';
import { selectorsSchema } from './overrides.ts';
import { SIGNAL_IDS } from './signals/ids.ts';

/** A text in the languages that a team reads. English is always there. */
export const textSchema = z.strictObject({
  en: z.string().trim().min(1).max(500),
  nl: z.string().trim().min(1).max(500).optional(),
});
export type Text = z.infer<typeof textSchema>;

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/);

/** A rule explains itself: nothing is published without a name, a why, an owner and a review date. */
const rule = {
  name: textSchema,
  why: textSchema,
  owner: z.string().trim().min(1).max(120),
  reviewBy: isoDate,
};

/** Whether a gate is needed in a category. An advised gate is shown and never changes the standing. */
const need = z.enum(['required', 'advised', 'off']);

/** A gate: a condition that a deal must meet to count. `commit` is the stricter test, where there is one. */
export const gateSchema = z.strictObject({
  id,
  ...rule,
  question: textSchema,
  /** The answer that a rep writes for it, a key of the playbook's answers. */
  answer: id.optional(),
  /** The CRM field that "Go to the field" looks for. */
  field: z.string().optional(),
  need: z.strictObject({ forecast: need, commit: need }),
  /** The gate stands only on deals for which this is true. */
  when: conditionSchema.optional(),
  test: conditionSchema,
  commitTest: conditionSchema.optional(),
});
export type Gate = z.infer<typeof gateSchema>;

/** A signal's switch and thresholds; the unit of the numbers stands in signals/<id>.ts. */
export const signalRuleSchema = z.strictObject({
  id: z.enum(SIGNAL_IDS),
  ...rule,
  question: textSchema,
  on: z.boolean(),
  amber: z.number().nonnegative().max(3650),
  red: z.number().nonnegative().max(3650),
});
export type SignalRule = z.infer<typeof signalRuleSchema>;

/** A coaching question that stands by itself, asked when its condition is true. */
export const promptSchema = z.strictObject({
  id,
  text: textSchema,
  why: textSchema,
  when: conditionSchema,
});
export type PromptRule = z.infer<typeof promptSchema>;

/**
 * A fact that reps answer in Dealside. `feeds` names the CRM fact that the answer stands in for: its
 * text and date become the next step, or its date becomes the buyer's last contact.
 */
export const answerRuleSchema = z.strictObject({
  key: id,
  label: textSchema,
  hint: textSchema,
  date: textSchema.optional(),
  feeds: z.enum(['nextStep', 'lastContact']).optional(),
});
export type AnswerRule = z.infer<typeof answerRuleSchema>;

/** What a stage of one CRM means for the forecast. `stage` is the stage's id, or its label, as the CRM writes it. */
const stageRuleSchema = z.strictObject({
  crm: z.string().min(1),
  stage: z.string().min(1),
  category: z.enum(CATEGORIES),
});

/** One version of the truth: gates, signals, prompts, answers, stages and window. */
export const playbookSchema = z.strictObject({
  $schema: z.string().optional(),
  id,
  version: z.number().int().positive(),
  name: textSchema,
  /** Currency codes that the team sells in, the first being the usual one. Empty: any. */
  currencies: z.array(z.string().regex(/^[A-Z]{3}$/)),
  /** Country whose public holidays are no working days: ISO 3166 alpha-2, "" for none. */
  country: z.string().regex(/^([A-Z]{2})?$/),
  /** Calendar days in which a close date may lie; "learned" is the median won cycle rounded up to 5, or 30. */
  window: z.union([z.literal('learned'), z.number().int().min(1).max(1095)]),
  /** Calendar days after which an answer must be confirmed again. */
  answerAge: z.strictObject({
    forecast: z.number().int().min(1).max(365),
    commit: z.number().int().min(1).max(365),
  }),
  stages: z.array(stageRuleSchema),
  answers: z.array(answerRuleSchema),
  gates: z.array(gateSchema).min(1),
  signals: z.array(signalRuleSchema),
  prompts: z.array(promptSchema),
  /** Where fields stand in a CRM's pages, by CRM and field, in the place of what Dealside knows: CSS selectors in the order of their rank. */
  selectors: selectorsSchema.exactOptional(),
});
export type Playbook = z.infer<typeof playbookSchema>;

/** What the team's own deals taught, with how many deals it was learned from. Days are calendar days. */
export interface Norms {
  readonly cycle?: { readonly median: number; readonly p90: number; readonly deals: number };
}

/** A valid playbook together with what it needs from outside: learned numbers and the country's holidays (YYYY-MM-DD). */
export interface ActivePlaybook extends Playbook {
  readonly norms: Norms;
  readonly holidays: readonly string[];
}

import { z } from 'zod';
import { definitionSchema } from './custom-schema.ts';
import { CATEGORIES, FIELD_NAMES, type FieldName } from './fields.ts';
import { isFreeName, plain } from './plain-text.ts';
import { PLAYBOOK_LIMITS } from './playbook-limits.ts';
import { isoDate } from './records.ts';
import { conditionSchema } from './condition-schema.ts';
import { selectorsSchema } from './overrides.ts';
import { SIGNAL_IDS } from './signals/ids.ts';

/** A text that people read: markup in it is text, and nothing in it is hidden. */
const words = (longest: number) => z.string().trim().min(1).max(longest).superRefine(plain);

/** A text in the languages that a team reads. English is always there. */
export const textSchema = z.strictObject({
  en: words(500),
  nl: words(500).optional(),
});
export type Text = z.infer<typeof textSchema>;

const TAKEN = 'is a name that is taken already: choose another';
const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/)
  .refine(isFreeName, TAKEN);
const most = PLAYBOOK_LIMITS;

/** A rule explains itself: nothing is published without a name, a why, an owner and a review date. */
const rule = {
  name: textSchema,
  why: textSchema,
  owner: words(120),
  reviewBy: isoDate,
};

/** Whether a gate is needed in a category. An advised gate is shown and never changes the standing. */
const need = z.enum(['required', 'advised', 'off']);

/** A gate: a condition that a deal must meet to count. `commit` is the stricter test, where there is one. */
export const gateSchema = z.strictObject({
  id,
  ...rule,
  question: textSchema,
  /** How a rep meets it, in plain words. */
  how: textSchema.exactOptional(),
  /** The answer that a rep writes for it, a key of the playbook's answers. */
  answer: id.optional(),
  /** The CRM field that "Go to the field" looks for. */
  field: z.string().max(120).optional(),
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

/** What can be asked of a custom fact: the kinds of a deal's own fields. */
const factKind = z.enum(['text', 'number', 'money', 'date', 'choice', 'set']);

/**
 * A fact of the team's own, which conditions ask for as "custom.<key>". Its kind says which operators suit it;
 * `choices` are what it can be, where that is known.
 */
export const factRuleSchema = z.strictObject({
  key: id,
  label: textSchema,
  kind: factKind,
  choices: z.array(words(120)).max(most.values).exactOptional(),
});
export type FactRule = z.infer<typeof factRuleSchema>;

const fieldName = z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]);

/**
 * Where a fact comes from in one CRM, in the place of what its adapter reads: another field of the deal, a
 * custom field of the CRM by its own name, or an answer. `fact` is a field of the deal, or "custom.<key>".
 */
export const mappingSchema = z.strictObject({
  crm: z.string().min(1).max(60),
  fact: z.union([fieldName, z.string().regex(/^custom\.[A-Za-z][A-Za-z0-9-]{0,63}$/)]),
  from: z.union([
    z.strictObject({ field: fieldName }),
    z.strictObject({ custom: words(120) }),
    z.strictObject({ answer: id, part: z.enum(['text', 'date']) }),
  ]),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** What a card can be about. */
export const CARD_KINDS = ['priority', 'differentiator', 'trait'] as const;

/**
 * A card of the team's own story, shown beside a deal when its condition is true: a product that has
 * priority, what sets us apart, or a trait of the customers that suit us best.
 */
export const storyCardSchema = z.strictObject({
  id,
  kind: z.enum(CARD_KINDS),
  name: textSchema,
  text: textSchema,
  owner: rule.owner,
  reviewBy: rule.reviewBy,
  when: conditionSchema.exactOptional(),
});
export type StoryCard = z.infer<typeof storyCardSchema>;

/** How many prompts may be put before a rep: on one deal in seven days, and on all deals in one day. */
const promptBudgetSchema = z.strictObject({
  dealWeek: z.number().int().min(0).max(3),
  repDay: z.number().int().min(0).max(6),
});

/** When the team looks at its deals. */
const cadenceSchema = z.strictObject({
  /** Working days between two scrubs of a deal. */
  scrub: z.strictObject({
    forecast: z.number().int().min(1).max(60),
    commit: z.number().int().min(1).max(60),
  }),
  /** When the week's forecast is fixed: the day from 1 (Monday) to 7, the hour from 0 to 23 in the user's zone. */
  weekly: z.strictObject({
    day: z.number().int().min(1).max(7),
    hour: z.number().int().min(0).max(23),
  }),
  /** Working days between two 1:1s of a rep and the manager. */
  oneOnOne: z.number().int().min(1).max(90),
});

/** A staged start: from this day on, managers alone see Dealside for so many calendar days; then all do. */
const rolloutSchema = z.strictObject({
  from: isoDate,
  managersFirst: z.number().int().min(1).max(90),
});

/** What a stage of one CRM means for the forecast. `stage` is the stage's id, or its label, as the CRM writes it. */
const stageRuleSchema = z.strictObject({
  crm: words(60),
  stage: words(200),
  category: z.enum(CATEGORIES),
});

/** One version of the truth: gates, signals, prompts, answers, stages and window. */
export const playbookSchema = z.strictObject({
  $schema: z.string().max(2000).optional(),
  id,
  version: z.number().int().positive().max(most.version),
  name: textSchema,
  /** Currency codes that the team sells in, the first being the usual one. Empty: any. */
  currencies: z.array(z.string().regex(/^[A-Z]{3}$/)).max(most.currencies),
  /** Country whose public holidays are no working days: ISO 3166 alpha-2, "" for none. */
  country: z.string().regex(/^([A-Z]{2})?$/),
  /** Calendar days in which a close date may lie; "learned" is the median won cycle rounded up to 5, or 30. */
  window: z.union([z.literal('learned'), z.number().int().min(1).max(1095)]),
  /** Calendar days after which an answer must be confirmed again. */
  answerAge: z.strictObject({
    forecast: z.number().int().min(1).max(365),
    commit: z.number().int().min(1).max(365),
  }),
  stages: z.array(stageRuleSchema).max(most.stages),
  answers: z.array(answerRuleSchema).max(most.answers),
  gates: z.array(gateSchema).min(1).max(most.gates),
  signals: z.array(signalRuleSchema).max(most.signals),
  prompts: z.array(promptSchema).max(most.prompts),
  /** Where fields stand in a CRM's pages, by CRM and field, in the place of what Dealside knows: CSS selectors in the order of their rank. */
  selectors: selectorsSchema.exactOptional(),
  facts: z.array(factRuleSchema).max(most.facts).exactOptional(),
  mapping: z.array(mappingSchema).max(most.mapping).exactOptional(),
  /** What the team tells about itself, shown just in time. */
  cards: z.array(storyCardSchema).max(most.cards).exactOptional(),
  promptBudget: promptBudgetSchema.exactOptional(),
  cadence: cadenceSchema.exactOptional(),
  /** Days off beside the country's public holidays, YYYY-MM-DD. */
  daysOff: z.array(isoDate).max(most.daysOff).exactOptional(),
  rollout: rolloutSchema.exactOptional(),
  /** CRMs that Dealside does not know by itself, described by an admin. */
  sites: z.array(definitionSchema).max(most.sites).exactOptional(),
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

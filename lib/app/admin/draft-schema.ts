import { z } from 'zod';
import { CARD_KINDS, type Playbook } from '../../core/playbook.ts';
import type { Condition, Leaf, Op } from '../../core/condition-schema.ts';
import { definitionSchema, DEFINITION_LIMITS } from '../../core/custom-schema.ts';
import { CATEGORIES, FIELD_NAMES, type FieldName } from '../../core/fields.ts';
import { selectorsSchema } from '../../core/overrides.ts';
import { SIGNAL_IDS } from '../../core/signals/ids.ts';

/**
 * The form of a draft: a playbook's, with everything that an admin may not have got round to yet. Texts may be empty,
 * groups may hold nothing, numbers may be out of their bounds: that is for the lint to say. What is no such form
 * cannot be drawn, and is refused.
 */

/** The longest text that a draft holds, and the most entries of any of its lists. */
const TEXT = 10_000;
const MANY = 1000;

const line = z.string().max(TEXT);
const text = z.strictObject({ en: line, nl: line.exactOptional() });
const number = z.number().min(-1e9).max(1e9);
const list = <S extends z.ZodType>(of: S) => z.array(of).max(MANY);
const lines = list(line);

const day = z.union([
  z.strictObject({ days: number, unit: z.enum(['calendar', 'working']) }),
  z.strictObject({ date: line }),
  z.literal('window-end'),
]);

/** What each operator compares with. */
const OPERANDS: Readonly<Record<Op, z.ZodRawShape>> = {
  'is-set': {},
  'is-empty': {},
  evidence: {
    minWords: number.optional(),
    maxAge: z.union([number, z.literal('playbook')]).optional(),
  },
  is: { value: line },
  'is-not': { value: line },
  contains: { value: line },
  'one-of': { value: lines },
  'none-of': { value: lines },
  equals: { value: line },
  differs: { value: line },
  'more-than': { value: line },
  'at-least': { value: line },
  'less-than': { value: line },
  'at-most': { value: line },
  between: { low: line, high: line },
  'currency-in': { value: lines },
  before: { day },
  'on-or-before': { day },
  after: { day },
  'on-or-after': { day },
  includes: { value: line },
  'includes-any': { value: lines },
  'includes-all': { value: lines },
  'count-at-least': { value: number },
  'count-at-most': { value: number },
};

const leaves = Object.entries(OPERANDS).map(([op, operands]) =>
  z.strictObject({ field: line, op: z.literal(op), ...operands }),
);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.union(leaves) as unknown as z.ZodType<Leaf>,
    z.strictObject({ all: list(condition) }),
    z.strictObject({ any: list(condition) }),
    z.strictObject({ not: condition }),
  ]),
);

const rule = { name: text, why: text, owner: line, reviewBy: line };
const need = z.enum(['required', 'advised', 'off']);

const gate = z.strictObject({
  id: line,
  ...rule,
  question: text,
  how: text.exactOptional(),
  answer: line.optional(),
  field: line.optional(),
  need: z.strictObject({ forecast: need, commit: need }),
  when: condition.optional(),
  test: condition,
  commitTest: condition.optional(),
});

const signal = z.strictObject({
  id: z.enum(SIGNAL_IDS),
  ...rule,
  question: text,
  on: z.boolean(),
  amber: number,
  red: number,
});

const answer = z.strictObject({
  key: line,
  label: text,
  hint: text,
  date: text.optional(),
  feeds: z.enum(['nextStep', 'lastContact']).optional(),
});

const fact = z.strictObject({
  key: line,
  label: text,
  kind: z.enum(['text', 'number', 'money', 'date', 'choice', 'set']),
  choices: lines.exactOptional(),
});

const fieldName = z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]);

const mapping = z.strictObject({
  crm: line,
  fact: line,
  from: z.union([
    z.strictObject({ field: fieldName }),
    z.strictObject({ custom: line }),
    z.strictObject({ answer: line, part: z.enum(['text', 'date']) }),
  ]),
});

const card = z.strictObject({
  id: line,
  kind: z.enum(CARD_KINDS),
  name: text,
  text,
  owner: line,
  reviewBy: line,
  when: condition.exactOptional(),
});

const pair = z.strictObject({ forecast: number, commit: number });

/** A playbook in the making: its form is a playbook's, and what it says need not hold yet. */
export const draftPlaybookSchema = z.strictObject({
  $schema: line.optional(),
  id: line,
  version: number,
  name: text,
  currencies: lines,
  country: line,
  window: z.union([z.literal('learned'), number]),
  answerAge: pair,
  stages: list(z.strictObject({ crm: line, stage: line, category: z.enum(CATEGORIES) })),
  answers: list(answer),
  gates: list(gate),
  signals: list(signal),
  prompts: list(z.strictObject({ id: line, text, why: text, when: condition })),
  selectors: selectorsSchema.exactOptional(),
  facts: list(fact).exactOptional(),
  mapping: list(mapping).exactOptional(),
  cards: list(card).exactOptional(),
  promptBudget: z.strictObject({ dealWeek: number, repDay: number }).exactOptional(),
  cadence: z
    .strictObject({
      scrub: pair,
      weekly: z.strictObject({ day: number, hour: number }),
      oneOnOne: number,
    })
    .exactOptional(),
  daysOff: lines.exactOptional(),
  rollout: z.strictObject({ from: line, managersFirst: number }).exactOptional(),
  sites: z.array(definitionSchema).max(DEFINITION_LIMITS.definitions).exactOptional(),
}) as unknown as z.ZodType<Playbook>;

/** The one draft of this browser, as it stands in the settings. */
export interface Draft {
  readonly playbook: Playbook;
  /** The version that was in force when it was started. */
  readonly basedOn: number;
  /** Counts the times that it was kept. */
  readonly rev: number;
  /** When it was kept last, as an instant (ISO 8601, UTC). */
  readonly savedAt: string;
}

/** A draft as it is kept. */
export const draftSchema: z.ZodType<Draft> = z.object({
  playbook: draftPlaybookSchema,
  basedOn: z.number().int().nonnegative(),
  rev: z.number().int().nonnegative(),
  savedAt: z.iso.datetime(),
});

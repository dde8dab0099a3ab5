import type { Condition, Leaf } from '../../../lib/core/condition-schema.ts';
import type { FactRule } from '../../../lib/core/playbook.ts';
import { kindOf } from './fact-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Facts of the team's own that the simple choices ask for, as they are added to a draft that lacks them. */
export const PRODUCT: FactRule = {
  key: 'product',
  label: { en: 'Product', nl: 'Product' },
  kind: 'choice',
};
export const DEAL_TYPE: FactRule = {
  key: 'dealType',
  label: { en: 'New or renewal', nl: 'Nieuw of verlenging' },
  kind: 'choice',
  choices: ['New', 'Renewal'],
};

/** The facts of which the simple choices take some values, in the order in which they stand. */
export const CHOICE_FIELDS = ['pipeline', 'custom.product', 'custom.dealType', 'stage'] as const;
export type ChoiceField = (typeof CHOICE_FIELDS)[number];

/** The comparisons that set a least amount. */
export const LOWER = ['at-least', 'more-than'] as const;

/** The comparisons that set a largest amount. */
export const UPPER = ['at-most', 'less-than'] as const;
export type LowerOp = (typeof LOWER)[number];
export type UpperOp = (typeof UPPER)[number];

/** What the simple choices can say. */
export interface SimpleWhen {
  readonly lower: { readonly op: LowerOp; readonly value: string } | undefined;
  readonly upper: { readonly op: UpperOp; readonly value: string } | undefined;
  readonly choices: Readonly<Partial<Record<ChoiceField, readonly string[]>>>;
}

/** Simple choices that leave no deal out. */
export const EVERY_DEAL: SimpleWhen = { lower: undefined, upper: undefined, choices: {} };

/** A condition as simple choices; undefined where it says anything that they cannot. */
export function simpleOf(
  when: Condition | undefined,
  playbook: Vocabulary,
): SimpleWhen | undefined {
  if (when === undefined) return EVERY_DEAL;
  const parts = 'all' in when ? when.all : [when];
  let simple: SimpleWhen | undefined = EVERY_DEAL;
  for (const part of parts) {
    simple = simple && 'op' in part ? withLeaf(simple, part, playbook) : undefined;
  }
  return simple;
}

/** The choices with what one more comparison says; undefined where it does not fit beside them. */
function withLeaf(simple: SimpleWhen, leaf: Leaf, playbook: Vocabulary): SimpleWhen | undefined {
  if (leaf.field === 'amount') return withAmount(simple, leaf);
  const field = CHOICE_FIELDS.find((each) => each === leaf.field);
  const texts = field === undefined ? undefined : textsOf(leaf, isSet(field, playbook));
  if (field === undefined || texts === undefined || simple.choices[field]) return undefined;
  return { ...simple, choices: { ...simple.choices, [field]: texts } };
}

function withAmount(simple: SimpleWhen, leaf: Leaf): SimpleWhen | undefined {
  const { lower, upper } = simple;
  if (leaf.op === 'between' && !lower && !upper) {
    return {
      ...simple,
      lower: { op: 'at-least', value: leaf.low },
      upper: { op: 'at-most', value: leaf.high },
    };
  }
  if ((leaf.op === 'at-least' || leaf.op === 'more-than') && !lower) {
    return { ...simple, lower: { op: leaf.op, value: leaf.value } };
  }
  if ((leaf.op === 'at-most' || leaf.op === 'less-than') && !upper) {
    return { ...simple, upper: { op: leaf.op, value: leaf.value } };
  }
  return undefined;
}

const isSet = (field: ChoiceField, playbook: Vocabulary): boolean =>
  kindOf(field, playbook) === 'set';

/** The texts of a comparison that asks for one of several, in the operators of the fact's kind. */
function textsOf(leaf: Leaf, set: boolean): readonly string[] | undefined {
  if (set) {
    if (leaf.op === 'includes') return [leaf.value];
    return leaf.op === 'includes-any' ? leaf.value : undefined;
  }
  if (leaf.op === 'is') return [leaf.value];
  return leaf.op === 'one-of' ? leaf.value : undefined;
}

/** The condition that simple choices stand for; undefined for every deal. */
export function whenOf({ lower, upper, choices }: SimpleWhen, playbook: Vocabulary) {
  const leaves: Leaf[] = [];
  for (const bound of [lower, upper]) {
    if (bound && bound.value.trim() !== '') leaves.push({ field: 'amount', ...bound });
  }
  for (const field of CHOICE_FIELDS) {
    const leaf = choiceLeaf(field, choices[field] ?? [], isSet(field, playbook));
    if (leaf) leaves.push(leaf);
  }
  const [only, ...more] = leaves;
  return more.length === 0 ? only : { all: leaves };
}

function choiceLeaf(field: string, texts: readonly string[], set: boolean): Leaf | undefined {
  const [only, ...more] = texts;
  if (only === undefined) return undefined;
  if (more.length === 0) return { field, op: set ? 'includes' : 'is', value: only };
  return { field, op: set ? 'includes-any' : 'one-of', value: [...texts] };
}

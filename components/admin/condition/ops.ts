import type { Op } from '../../../lib/core/condition-schema.ts';
import { OPERATORS } from '../../../lib/core/operators.ts';
import type { Kind } from '../../../lib/core/fields.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import { BLANK, type Typed } from './typed.ts';

/** Which message names an operator, between the fact and its value. */
export const OP_KEYS: Readonly<Record<Op, MessageKey>> = {
  'is-set': 'cond_op_set',
  'is-empty': 'cond_op_empty',
  evidence: 'cond_op_evidence',
  is: 'cond_op_is',
  'is-not': 'cond_op_is_not',
  contains: 'cond_op_contains',
  'one-of': 'cond_op_one_of',
  'none-of': 'cond_op_none_of',
  equals: 'cond_op_equals',
  differs: 'cond_op_differs',
  'more-than': 'cond_op_more',
  'at-least': 'cond_op_at_least',
  'less-than': 'cond_op_less',
  'at-most': 'cond_op_at_most',
  between: 'cond_op_between',
  'currency-in': 'cond_op_currency',
  before: 'cond_op_before',
  'on-or-before': 'cond_op_by',
  after: 'cond_op_after',
  'on-or-after': 'cond_op_from',
  includes: 'cond_op_includes',
  'includes-any': 'cond_op_includes_any',
  'includes-all': 'cond_op_includes_all',
  'count-at-least': 'cond_op_count_least',
  'count-at-most': 'cond_op_count_most',
};

const EVERY = Object.keys(OP_KEYS) as Op[];

/** The operators to choose from: those of the fact's kind, all for a fact without one, and the one that stands there. */
export function opsFor(kind: Kind | undefined, current: Op): readonly Op[] {
  const suiting = kind === undefined ? EVERY : OPERATORS[kind];
  return suiting.includes(current) ? suiting : [...suiting, current];
}

/** What is asked of a fact most often, by its kind: where an operator that stood there does not suit another fact. */
const FIRST: Readonly<Record<Kind, Op>> = {
  text: 'is-set',
  number: 'at-least',
  money: 'at-least',
  date: 'on-or-after',
  choice: 'is',
  set: 'includes',
};

/**
 * The operator for a fact that was just chosen. Of an answer, one asks most often that it says something; what stood there
 * stays where it suits and was chosen by somebody.
 */
export function opFor(kind: Kind | undefined, field: string, current: Op, isNew: boolean): Op {
  if (kind === undefined) return current;
  if (!isNew && OPERATORS[kind].includes(current)) return current;
  return kind === 'text' && field.startsWith('answer.') ? 'evidence' : FIRST[kind];
}

/** What was typed, as the next operator takes it over: one text becomes a list of one, and a list its first text. */
export function carriedOver(typed: Typed, from: Op, to: Op): Typed {
  if (isList(to) && !isList(from) && typed.texts.length === 0 && typed.text.trim() !== '') {
    return { ...typed, texts: [typed.text] };
  }
  const [first] = typed.texts;
  if (!isList(to) && isList(from) && typed.text === BLANK.text && first !== undefined) {
    return { ...typed, text: first };
  }
  if (to === 'between' && typed.low === '') return { ...typed, low: typed.decimal };
  return from === 'between' && typed.decimal === '' ? { ...typed, decimal: typed.low } : typed;
}

const isList = (op: Op): boolean =>
  op === 'one-of' || op === 'none-of' || op === 'includes-any' || op === 'includes-all';

import type { Op } from './condition-schema.ts';
import type { Kind } from './fields.ts';

const ANY: readonly Op[] = ['is-set', 'is-empty'];
const NUMBER: readonly Op[] = [
  'equals',
  'differs',
  'more-than',
  'at-least',
  'less-than',
  'at-most',
  'between',
];

/** The operators that suit a kind of field. A custom field has no kind, and takes them all. */
export const OPERATORS: Readonly<Record<Kind, readonly Op[]>> = {
  text: [...ANY, 'evidence', 'is', 'is-not', 'contains', 'one-of', 'none-of'],
  number: [...ANY, ...NUMBER],
  money: [...ANY, ...NUMBER, 'currency-in'],
  date: [...ANY, 'before', 'on-or-before', 'after', 'on-or-after'],
  choice: [...ANY, 'is', 'is-not', 'one-of', 'none-of'],
  set: [...ANY, 'includes', 'includes-any', 'includes-all', 'count-at-least', 'count-at-most'],
};

/** The kinds of field that an operator can be asked of. */
export const kindsOf = (op: Op): Kind[] =>
  (Object.keys(OPERATORS) as Kind[]).filter((kind) => OPERATORS[kind].includes(op));

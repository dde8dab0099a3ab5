import type { RuleType } from 'react-querybuilder';
import type { Condition, Op } from '../../../lib/core/condition-schema.ts';
import { BLANK, leafOf, typedOf, type Typed } from './typed.ts';

/** One comparison, as the rule builder holds it. */
export interface RuleNode extends RuleType<string, Op, Typed> {
  id: string;
}

/**
 * A group of conditions, as the rule builder holds it. A group that is `bare` stands for the one condition in it:
 * for a condition that is no group, and for what a "not" stands around. With several in it, it is a group like any other.
 */
export interface GroupNode {
  id: string;
  combinator: Combinator;
  not?: boolean;
  bare?: boolean;
  rules: (RuleNode | GroupNode)[];
}

export type Combinator = 'all' | 'any';

/** Gives an id that no other part of the tree has. */
export type NewId = () => string;

/** A comparison that is still to be filled in. */
export const blankRule = (newId: NewId): RuleNode => ({
  id: newId(),
  field: '',
  operator: 'is-set',
  value: BLANK,
});

/** The tree of a condition; of none, an empty one. Its outermost part is always a group. */
export function toTree(condition: Condition | undefined, newId: NewId): GroupNode {
  if (condition === undefined) {
    return { id: newId(), combinator: 'all', bare: true, rules: [] };
  }
  const node = toNode(condition, newId);
  return 'rules' in node ? node : { id: newId(), combinator: 'all', bare: true, rules: [node] };
}

function toNode(condition: Condition, newId: NewId): RuleNode | GroupNode {
  if ('all' in condition) return groupOf('all', condition.all, newId);
  if ('any' in condition) return groupOf('any', condition.any, newId);
  if ('not' in condition) {
    const inner = toNode(condition.not, newId);
    if ('rules' in inner && inner.not !== true) return { ...inner, not: true };
    return { id: newId(), combinator: 'all', not: true, bare: true, rules: [inner] };
  }
  const { field, op } = condition;
  return { id: newId(), field, operator: op, value: typedOf(condition) };
}

const groupOf = (combinator: Combinator, parts: readonly Condition[], newId: NewId): GroupNode => ({
  id: newId(),
  combinator,
  rules: parts.map((part) => toNode(part, newId)),
});

/**
 * The condition that a tree stands for, in new objects: the rule builder freezes its own. What is half filled in stays
 * so: an empty text, an empty list, or NaN for a number, which a check of the playbook names.
 */
export function toCondition(node: RuleNode | GroupNode): Condition {
  if (!('rules' in node)) return leafOf(node.field, node.operator, node.value);
  const parts = node.rules.map(toCondition);
  const [only] = parts;
  const inner: Condition =
    node.bare === true && parts.length === 1 && only !== undefined
      ? only
      : node.combinator === 'any'
        ? { any: parts }
        : { all: parts };
  return node.not === true ? { not: inner } : inner;
}

/** True for a group without a condition in it. */
export const isNothing = (condition: Condition): boolean =>
  ('all' in condition && condition.all.length === 0) ||
  ('any' in condition && condition.any.length === 0);

/** Where the focus goes when a part is taken away: what takes its place, what stood before it, or its group. */
export function besideOf(
  root: GroupNode,
  id: string,
): { part: 'row' | 'add'; id: string } | undefined {
  const index = root.rules.findIndex((node) => node.id === id);
  if (index < 0) {
    for (const node of root.rules) {
      const found = 'rules' in node ? besideOf(node, id) : undefined;
      if (found) return found;
    }
    return undefined;
  }
  const beside = root.rules[index + 1] ?? root.rules[index - 1];
  return beside ? { part: 'row', id: beside.id } : { part: 'add', id: root.id };
}

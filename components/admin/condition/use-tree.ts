import { useCallback, useState } from 'react';
import { generateID } from 'react-querybuilder';
import type { Condition } from '../../../lib/core/condition-schema.ts';
import { isNothing, toCondition, toTree, type GroupNode } from './tree.ts';

interface Held {
  readonly tree: GroupNode;
  readonly condition: Condition;
  /** The value that was given when the tree was looked at last. */
  readonly value: Condition | undefined;
}

const holdOf = (value: Condition | undefined): Held => {
  const tree = toTree(value, generateID);
  return { tree, condition: toCondition(tree), value };
};

const isSame = (one: Condition | undefined, other: Condition): boolean =>
  one === undefined ? isNothing(other) : JSON.stringify(one) === JSON.stringify(other);

/**
 * The tree of a condition while it is edited, with what is half typed in it. It follows the value that is given where
 * that is another than was handed out: an undo, or another tab's draft.
 */
export function useTree(value: Condition | undefined, onChange: (next: Condition) => void) {
  const [held, setHeld] = useState<Held>(() => holdOf(value));
  let current = held;
  if (held.value !== value) {
    current = isSame(value, held.condition) ? { ...held, value } : holdOf(value);
    setHeld(current);
  }
  const change = useCallback(
    (tree: GroupNode): void => {
      const condition = toCondition(tree);
      setHeld((last) => ({ ...last, tree, condition }));
      if (!isSame(current.condition, condition)) onChange(condition);
    },
    [onChange, current.condition],
  );
  return { tree: current.tree, condition: current.condition, change };
}

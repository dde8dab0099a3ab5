import type { Path } from '../check-problem.ts';
import type { Condition, Leaf } from '../condition-schema.ts';
import type { Playbook } from '../playbook.ts';

/** A condition of a draft, with where it stands. */
export interface PlacedCondition {
  readonly rule: string;
  readonly path: Path;
  readonly condition: Condition;
}

/** One comparison of a draft, with where it stands. */
export interface PlacedLeaf {
  readonly rule: string;
  readonly path: Path;
  readonly leaf: Leaf;
  /** It stands under an odd number of negations. */
  readonly negated: boolean;
}

/** Every condition of a draft. */
function conditionsOf(draft: Playbook): PlacedCondition[] {
  const placed = (
    rule: string,
    path: Path,
    conditions: Readonly<Record<string, Condition | undefined>>,
  ): PlacedCondition[] =>
    Object.entries(conditions).flatMap(([part, condition]) =>
      condition ? [{ rule, path: [...path, part], condition }] : [],
    );
  return [
    ...draft.gates.flatMap(({ id, when, test, commitTest }, i) =>
      placed(id, ['gates', i], { when, test, commitTest }),
    ),
    ...draft.prompts.flatMap(({ id, when }, i) => placed(id, ['prompts', i], { when })),
    ...(draft.cards ?? []).flatMap(({ id, when }, i) => placed(id, ['cards', i], { when })),
  ];
}

/** Every comparison of a draft. */
export const leavesOf = (draft: Playbook): PlacedLeaf[] =>
  conditionsOf(draft).flatMap(({ rule, path, condition }) => leavesIn(condition, rule, path));

function leavesIn(condition: Condition, rule: string, path: Path, negated = false): PlacedLeaf[] {
  if ('not' in condition) return leavesIn(condition.not, rule, [...path, 'not'], !negated);
  if ('op' in condition) return [{ rule, path, leaf: condition, negated }];
  const [group, parts] =
    'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
  return parts.flatMap((part, i) => leavesIn(part, rule, [...path, group, i], negated));
}

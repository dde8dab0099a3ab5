import type { Say } from '../../options/say.ts';
import type { GroupNode, RuleNode } from './tree.ts';

/** What the parts of a tree are called, by their ids. */
export interface Names {
  /** Where a part stands: "Condition 2 of 3 in group 1". The outermost group has none. */
  readonly places: ReadonlyMap<string, string>;
  /** The number of each group inside another, in the order of reading. */
  readonly groups: ReadonlyMap<string, string>;
}

/** Names every part of a tree, for a screen reader and for what is said after a move. */
export function namesOf(root: GroupNode, { t, fmt }: Say): Names {
  const places = new Map<string, string>();
  const groups = new Map<string, string>();
  const walk = (group: GroupNode): void => {
    const outer = groups.get(group.id);
    group.rules.forEach((node, index) => {
      const at = [fmt.number(index + 1), fmt.number(group.rules.length)];
      places.set(node.id, placeOf(node, at, outer));
    });
  };
  const placeOf = (node: RuleNode | GroupNode, at: string[], outer: string | undefined): string => {
    if (!('rules' in node)) {
      return outer === undefined
        ? t('cond_place_rule', at)
        : t('cond_place_rule_in', [...at, outer]);
    }
    const number = fmt.number(groups.size + 1);
    groups.set(node.id, number);
    walk(node);
    return outer === undefined
      ? t('cond_place_group', [...at, number])
      : t('cond_place_group_in', [...at, outer, number]);
  };
  walk(root);
  return { places, groups };
}

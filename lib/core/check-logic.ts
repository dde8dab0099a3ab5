import { describeLeaf } from './check-sentence.ts';
import { inside, problem, type Place, type Problem } from './check-problem.ts';
import { excludeEachOther, isSatisfiable, type Literal } from './check-satisfiable.ts';
import type { Condition } from './condition-schema.ts';

/**
 * Finds groups that no deal can meet, and groups that every deal meets: the smallest ones only. Takes a
 * well-formed condition without empty groups. What it cannot settle it lets pass.
 */
export function checkLogic(
  condition: Condition,
  place: Place,
  currencies: readonly string[],
): Problem[] {
  const within = partsOf(condition).flatMap(([path, part]) =>
    checkLogic(part, inside(place, ...path), currencies),
  );
  if (within.length > 0) return within;
  if (!isSatisfiable(condition, false, currencies)) {
    return [problem(place, 'contradiction', neverTrue(condition, currencies))];
  }
  if (!isSatisfiable(condition, true, currencies)) {
    return [problem(place, 'always-true', alwaysTrue(condition, currencies))];
  }
  return [];
}

function partsOf(condition: Condition): [path: (string | number)[], part: Condition][] {
  if ('all' in condition) return condition.all.map((part, i) => [['all', i], part]);
  if ('any' in condition) return condition.any.map((part, i) => [['any', i], part]);
  return 'not' in condition ? [[['not'], condition.not]] : [];
}

function neverTrue(condition: Condition, currencies: readonly string[]): string {
  if ('op' in condition) {
    return `asks for something that is never so: ${describeLeaf(condition)}. Correct or remove it.`;
  }
  const pair = clash(literalsOf(condition, 'all', false), currencies);
  return pair
    ? `asks for two things that exclude each other: ${pair}. Change or remove one of them.`
    : 'has a group of conditions that no deal can meet together: change or remove one of them.';
}

function alwaysTrue(condition: Condition, currencies: readonly string[]): string {
  const pair = clash(literalsOf(condition, 'any', true), currencies);
  return pair
    ? `has a group that every deal meets, so that it asks nothing: one of ${pair} is always so. Change or remove one of them.`
    : 'has a group that every deal meets, so that it asks nothing: change or remove one of its conditions.';
}

/** The leaves that stand side by side in a group, through groups of the same sort; `negated` turns each round. */
function literalsOf(condition: Condition, group: 'all' | 'any', negated: boolean): Literal[] {
  if (group in condition) {
    return partsOf(condition).flatMap(([, part]) => literalsOf(part, group, negated));
  }
  if ('not' in condition && 'op' in condition.not)
    return [{ leaf: condition.not, negated: !negated }];
  return 'op' in condition ? [{ leaf: condition, negated }] : [];
}

/** The first two leaves that exclude each other, in words as they stand in the playbook. */
function clash(literals: readonly Literal[], currencies: readonly string[]): string | undefined {
  for (const [i, first] of literals.entries()) {
    for (const second of literals.slice(i + 1)) {
      const sameField = first.leaf.field === second.leaf.field;
      if (sameField && excludeEachOther([first, second], currencies)) {
        return `${describeLeaf(first.leaf)} and ${describeLeaf(second.leaf)}`;
      }
    }
  }
  return undefined;
}

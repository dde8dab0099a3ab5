import { checkLeaf, type Askable } from './check-leaf.ts';
import { checkLogic } from './check-logic.ts';
import { inside, placeOf, type Place, type Problem } from './check-problem.ts';
import { checkReferences } from './check-references.ts';
import { checkSelectors } from './check-selectors.ts';
import { checkConditionShapes, conditionPaths, shapeProblems } from './check-shape.ts';
import type { Condition } from './condition-schema.ts';
import { checkAmounts, checkLists } from './playbook-limits.ts';
import { playbookSchema, type Gate, type Playbook } from './playbook.ts';

export type { Path, Problem, ProblemCode } from './check-problem.ts';

export type CheckedPlaybook =
  | { readonly ok: true; readonly playbook: Playbook }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a playbook from anything: a file, a policy, the store. It is used whole or not at all: a
 * condition that cannot be understood is a problem, and never one that every deal meets. The form is
 * looked at first; what a well-formed playbook says, after that. Never throws.
 */
export function checkPlaybook(raw: unknown): CheckedPlaybook {
  const lists = checkLists(raw);
  if (lists.length > 0) return { ok: false, problems: lists };
  const conditions = checkConditionShapes(raw);
  // zod follows groups as deep as they go, and so is kept from those that are too deep.
  if (conditions.some(({ code }) => code === 'too-deep'))
    return { ok: false, problems: conditions };
  const amounts = checkAmounts(raw, conditionPaths(raw));
  if (amounts.length > 0) return { ok: false, problems: amounts };
  const parsed = playbookSchema.safeParse(raw);
  const form = [...shapeProblems(raw, parsed.error?.issues ?? []), ...conditions];
  if (!parsed.success || form.length > 0) return { ok: false, problems: form };
  const problems = [
    ...checkReferences(parsed.data),
    ...checkSelectors(parsed.data),
    ...checkConditions(parsed.data),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, playbook: parsed.data };
}

function checkConditions(playbook: Playbook): Problem[] {
  const { gates, prompts, cards = [] } = playbook;
  return [
    ...gates.flatMap((gate, i) => checkTests(gate, placeOf(playbook, ['gates', i]), playbook)),
    ...prompts.flatMap(({ when }, i) =>
      checkCondition(when, placeOf(playbook, ['prompts', i, 'when']), playbook),
    ),
    ...cards.flatMap(({ when }, i) =>
      when ? checkCondition(when, placeOf(playbook, ['cards', i, 'when']), playbook) : [],
    ),
  ];
}

/** What conditions are checked against. */
export type Asked = Askable & Pick<Playbook, 'currencies'>;

/** The conditions of one gate, each by itself and, when all are sound, together. */
export function checkTests(
  { when, test, commitTest }: Pick<Gate, 'when' | 'test' | 'commitTest'>,
  place: Place,
  playbook: Asked,
): Problem[] {
  const found = [
    ...(when ? checkCondition(when, inside(place, 'when'), playbook) : []),
    ...checkCondition(test, inside(place, 'test'), playbook),
    ...(commitTest ? checkCondition(commitTest, inside(place, 'commitTest'), playbook) : []),
  ];
  return found.length > 0 || !when
    ? found
    : checkTogether(when, { test, commitTest }, place, playbook);
}

/** One condition: what its leaves ask, and, when that is sound, whether they can be met together. */
export function checkCondition(condition: Condition, place: Place, playbook: Asked): Problem[] {
  const leaves = checkLeaves(condition, place, playbook);
  return leaves.length > 0 ? leaves : checkLogic(condition, place, playbook.currencies);
}

function checkLeaves(condition: Condition, place: Place, playbook: Asked): Problem[] {
  if ('not' in condition) return checkLeaves(condition.not, inside(place, 'not'), playbook);
  if ('op' in condition) return checkLeaf(condition, place, playbook);
  const [group, parts] =
    'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
  return parts.flatMap((part, i) => checkLeaves(part, inside(place, group, i), playbook));
}

/** A gate that stands only on deals that cannot meet it. */
function checkTogether(
  when: Condition,
  tests: Readonly<Record<string, Condition | undefined>>,
  place: Place,
  { currencies }: Asked,
): Problem[] {
  return Object.entries(tests).flatMap(([name, test]) => {
    if (!test) return [];
    const clash = checkLogic({ all: [when, test] }, inside(place, name), currencies);
    return clash.filter(({ code }) => code === 'contradiction');
  });
}

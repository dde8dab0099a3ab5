import { checkLeaf } from './check-leaf.ts';
import { checkLogic } from './check-logic.ts';
import { inside, placeOf, type Place, type Problem } from './check-problem.ts';
import { checkReferences } from './check-references.ts';
import { checkSelectors } from './check-selectors.ts';
import { checkConditionShapes, shapeProblems } from './check-shape.ts';
import type { Condition } from './condition-schema.ts';
import { playbookSchema, type Playbook } from './playbook.ts';

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
  const conditions = checkConditionShapes(raw);
  // zod follows groups as deep as they go, and so is kept from those that are too deep.
  if (conditions.some(({ code }) => code === 'too-deep'))
    return { ok: false, problems: conditions };
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
  const { gates, prompts } = playbook;
  const problems = gates.flatMap(({ when, test, commitTest }, i) => {
    const place = placeOf(playbook, ['gates', i]);
    const found = [
      ...(when ? checkCondition(when, inside(place, 'when'), playbook) : []),
      ...checkCondition(test, inside(place, 'test'), playbook),
      ...(commitTest ? checkCondition(commitTest, inside(place, 'commitTest'), playbook) : []),
    ];
    return found.length > 0 || !when
      ? found
      : checkTogether(when, { test, commitTest }, place, playbook);
  });
  return [
    ...problems,
    ...prompts.flatMap(({ when }, i) =>
      checkCondition(when, placeOf(playbook, ['prompts', i, 'when']), playbook),
    ),
  ];
}

/** One condition: what its leaves ask, and, when that is sound, whether they can be met together. */
function checkCondition(condition: Condition, place: Place, playbook: Playbook): Problem[] {
  const leaves = checkLeaves(condition, place, playbook);
  return leaves.length > 0 ? leaves : checkLogic(condition, place, playbook.currencies);
}

function checkLeaves(condition: Condition, place: Place, playbook: Playbook): Problem[] {
  if ('not' in condition) return checkLeaves(condition.not, inside(place, 'not'), playbook);
  if ('op' in condition) return checkLeaf(condition, place, playbook.answers);
  const [group, parts] =
    'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
  return parts.flatMap((part, i) => checkLeaves(part, inside(place, group, i), playbook));
}

/** A gate that stands only on deals that cannot meet it. */
function checkTogether(
  when: Condition,
  tests: Readonly<Record<string, Condition | undefined>>,
  place: Place,
  { currencies }: Playbook,
): Problem[] {
  return Object.entries(tests).flatMap(([name, test]) => {
    if (!test) return [];
    const clash = checkLogic({ all: [when, test] }, inside(place, name), currencies);
    return clash.filter(({ code }) => code === 'contradiction');
  });
}

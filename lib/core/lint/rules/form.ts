import { at, type Path, type Problem } from '../../check-problem.ts';
import { checkConditionShapes, conditionPaths, shapeProblems } from '../../check-shape.ts';
import { checkAmounts, checkLists } from '../../playbook-limits.ts';
import { hiddenIn } from '../../plain-text.ts';
import { playbookSchema, type Playbook } from '../../playbook.ts';
import type { LintFinding } from '../finding.ts';
import { isHole } from '../texts.ts';

/** What is wrong with the form of the draft, without the holes that have findings of their own. */
export function findForm(draft: Playbook): LintFinding[] {
  const conditions = checkConditionShapes(draft);
  const inConditions = conditions.map((problem) => conditionFinding(draft, problem));
  // zod follows groups as deep as they go, and so is kept from those that are too deep.
  if (conditions.some(({ code }) => code === 'too-deep')) return inConditions;
  const amounts = [...checkLists(draft), ...checkAmounts(draft, conditionPaths(draft))];
  if (amounts.length > 0) return amounts.map((problem) => formFinding(draft, problem));
  const { error } = playbookSchema.safeParse(draft);
  const form = shapeProblems(draft, error?.issues ?? []).filter(
    ({ path }) => !isOwnHole(draft, path),
  );
  return [...form.map((problem) => formFinding(draft, problem)), ...inConditions];
}

/** Texts, owners and review dates that are not there yet. */
const HOLES: ReadonlySet<string | number> = new Set([
  ...['en', 'nl', 'name', 'why', 'question', 'text', 'label', 'hint', 'owner', 'reviewBy'],
]);

function isOwnHole(draft: Playbook, path: Path): boolean {
  const found = at(draft, path);
  const isEmpty = found === undefined || (typeof found === 'string' && isHole(found));
  return isEmpty && HOLES.has(path.at(-1) ?? '');
}

/** "a text of at most 500 characters": the schema's own limit, as the check says it. */
const LIMIT = /at most (\d+) characters/;

function formFinding(draft: Playbook, { rule, path, code, message }: Problem): LintFinding {
  const part = String(
    path.findLast((step) => typeof step === 'string' && !LANGUAGES.has(step)) ?? '',
  );
  const here = { level: 'error', rule, path } as const;
  const found = at(draft, path);
  if (path.length === 1 && part === 'gates' && Array.isArray(found) && found.length === 0)
    return { ...here, code: 'no-gates', values: {} };
  const limit = LIMIT.exec(message)?.[1];
  if (limit !== undefined && typeof found === 'string')
    return {
      ...here,
      code: 'too-long',
      values: { part, limit: Number(limit), length: found.length },
    };
  if (typeof found === 'string' && hiddenIn(found) !== undefined)
    return { ...here, code: 'hidden-characters', values: { part } };
  return { ...here, code, values: { part, message } };
}

const LANGUAGES: ReadonlySet<string> = new Set(['en', 'nl']);

/** A condition that is being written lacks something most of the time: that has one sentence, whatever is lacking. */
function conditionFinding(draft: Playbook, { rule, path, code, message }: Problem): LintFinding {
  const here = { level: 'error', rule, path } as const;
  if (code === 'empty-group' || code === 'too-deep') return { ...here, code, values: {} };
  const field = at(draft, [...path, 'field']) ?? at(draft, [...path.slice(0, -1), 'field']);
  const values = { field: typeof field === 'string' ? field : '', message };
  return { ...here, code: code === 'unknown-operator' ? code : 'incomplete', values };
}

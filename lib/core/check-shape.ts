import type { z } from 'zod';
import { checkConditionShape } from './check-condition-shape.ts';
import {
  at,
  placeOf,
  problem,
  show,
  type Path,
  type Place,
  type Problem,
} from './check-problem.ts';
import { suggestion } from './nearest.ts';
import { OVERRIDABLE } from './overrides.ts';
import {
  answerRuleSchema,
  gateSchema,
  playbookSchema,
  promptSchema,
  signalRuleSchema,
  textSchema,
} from './playbook.ts';

/** Where conditions stand in a playbook: in which list, and under which names. */
const CONDITIONS = [
  ['gates', 'when'],
  ['gates', 'test'],
  ['gates', 'commitTest'],
  ['prompts', 'when'],
] as const;

/** The paths of all conditions that a would-be playbook has. */
export function conditionPaths(raw: unknown): Path[] {
  return CONDITIONS.flatMap(([list, part]) => {
    const rules = at(raw, [list]);
    if (!Array.isArray(rules)) return [];
    return rules.flatMap((rule: unknown, i) =>
      at(rule, [part]) === undefined ? [] : [[list, i, part]],
    );
  });
}

/** What is wrong with the form of all conditions. */
export const checkConditionShapes = (raw: unknown): Problem[] =>
  conditionPaths(raw).flatMap((path) => checkConditionShape(at(raw, path), placeOf(raw, path)));

/** zod's issues as problems, without those inside conditions: their form is looked at by itself. */
export function shapeProblems(raw: unknown, issues: readonly z.core.$ZodIssue[]): Problem[] {
  const conditions = new Set(conditionPaths(raw).map((path) => path.join('.')));
  return issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (conditions.has(path.slice(0, 3).join('.'))) return [];
    return explain(raw, issue, path);
  });
}

function explain(raw: unknown, issue: z.core.$ZodIssue, path: Path): Problem[] {
  const place = placeOf(raw, path);
  const found = at(raw, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownPart({ ...place, path: [...path, key] }, key, found));
  }
  const part = partOf(path);
  if (found === undefined) {
    return [problem(place, 'missing', part === '' ? 'is missing.' : `lacks "${part}": add it.`)];
  }
  const what = part === '' ? `is ${show(found)}` : `has ${show(found)} as its "${part}"`;
  return [problem(place, 'shape', `${what}, where ${expected(issue, path)} belongs.`)];
}

function unknownPart(place: Place, key: string, holder: unknown): Problem {
  const known = place.path[0] === 'selectors' ? SELECTOR_PARTS : PARTS;
  const free = known.filter((part) => at(holder, [part]) === undefined);
  const hint = suggestion(key, free);
  const what = `has a part "${key}" that Dealside does not know.`;
  return problem(place, 'unknown-part', `${what}${hint === '' ? ' Remove it.' : hint}`);
}

const PARTS = [
  ...new Set(
    [
      playbookSchema,
      gateSchema,
      signalRuleSchema,
      promptSchema,
      answerRuleSchema,
      textSchema,
    ].flatMap((schema) => Object.keys(schema.shape)),
  ),
];

/** What may stand under a CRM, and under one of its fields. */
const SELECTOR_PARTS: readonly string[] = [...OVERRIDABLE, 'shown', 'form'];

/** The part of a rule that a path names, as "why.en"; without the list that the rule stands in. */
const partOf = (path: Path): string => path.slice(typeof path[1] === 'number' ? 2 : 1).join('.');

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What belongs there, for the end of a sentence. */
function expected(issue: z.core.$ZodIssue, path: Path): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return '"learned", or a whole number of days from 1 to 1095,';
    case 'invalid_format':
      return formatOf(issue.format, path);
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'something that is not empty'
        : `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `a text of at most ${issue.maximum} characters`
        : `at most ${issue.maximum}`;
    case 'invalid_key':
      return 'the short name of a CRM, such as "hubspot",';
    case 'custom':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return `something else (${issue.message})`;
  }
}

function formatOf(format: string, path: Path): string {
  if (format === 'date') return 'a date such as "2027-06-30"';
  if (path[0] === 'currencies') return 'a code of three capitals such as "EUR"';
  if (path[0] === 'country') return 'a code of two capitals such as "NL", or "",';
  return 'a name of letters, digits and dashes that starts with a letter';
}

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
  factRuleSchema,
  gateSchema,
  mappingSchema,
  playbookSchema,
  promptSchema,
  signalRuleSchema,
  storyCardSchema,
  textSchema,
} from './playbook.ts';

/** Where conditions stand in a playbook: in which list, and under which names. */
const CONDITIONS = [
  ['gates', 'when'],
  ['gates', 'test'],
  ['gates', 'commitTest'],
  ['prompts', 'when'],
  ['cards', 'when'],
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
  // A CRM site's form says in its own words what must stand there.
  if (issue.code === 'custom' || (path[0] === 'sites' && issue.code === 'invalid_format'))
    return [problem(place, 'shape', `has a part "${part}" that ${issue.message}.`)];
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
      factRuleSchema,
      mappingSchema,
      storyCardSchema,
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
      return unionOf(path);
    case 'invalid_format':
      return formatOf(issue.format, path);
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'something that is not empty'
        : `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `a text of at most ${issue.maximum} characters`
        : issue.origin === 'array'
          ? `a list of at most ${issue.maximum}`
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

function unionOf([part, , of]: Path): string {
  if (part === 'window') return '"learned", or a whole number of days from 1 to 1095,';
  if (part !== 'mapping') return 'a selector, or a label such as {"label": "Amount"},';
  return of === 'fact'
    ? 'a field of the deal, or "custom.<key>",'
    : '{ "field": … }, { "custom": … } or { "answer": …, "part": "text" or "date" }';
}

function formatOf(format: string, path: Path): string {
  if (format === 'date') return 'a date such as "2027-06-30"';
  if (path[0] === 'mapping' && path[2] === 'fact') return unionOf(path);
  if (path[0] === 'currencies') return 'a code of three capitals such as "EUR"';
  if (path[0] === 'country') return 'a code of two capitals such as "NL", or "",';
  return 'a name of letters, digits and dashes that starts with a letter';
}

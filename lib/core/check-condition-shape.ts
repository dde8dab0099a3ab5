import { leafSchema, type Op } from './condition-schema.ts';
import { at, inside, problem, show, type Place, type Problem } from './check-problem.ts';
import { suggestion } from './nearest.ts';

/** How deep groups may stand in each other. What is deeper, nobody reads. */
const DEEPEST = 8;

const GROUPS = ['all', 'any', 'not'] as const;

const SCHEMAS = new Map(leafSchema.options.map((schema) => [schema.shape.op.value, schema]));
const OPS: readonly string[] = [...SCHEMAS.keys()];

/** What is wrong with the form of one condition: its groups, operators and values. Takes anything. */
export function checkConditionShape(raw: unknown, place: Place, depth = 0): Problem[] {
  if (depth > DEEPEST) {
    return [problem(place, 'too-deep', `has groups more than ${DEEPEST} deep: make it flatter.`)];
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return [
      problem(
        place,
        'shape',
        `has ${show(raw)} where a condition belongs, such as { "field": "closeDate", "op": "is-set" }.`,
      ),
    ];
  }
  const groups = GROUPS.filter((group) => Object.hasOwn(raw, group));
  const [group] = groups;
  if (!group) return checkLeafShape(raw, place);
  const others = Object.keys(raw).filter((key) => key !== group);
  if (others.length > 0) {
    return [
      problem(
        place,
        'shape',
        `has a condition with "${group}" and "${others.join('", "')}" side by side: give each a group of its own.`,
      ),
    ];
  }
  const parts: unknown = at(raw, [group]);
  if (group === 'not') return checkConditionShape(parts, inside(place, 'not'), depth + 1);
  if (!Array.isArray(parts)) {
    return [
      problem(
        inside(place, group),
        'shape',
        `has ${show(parts)} after "${group}", where a list of conditions belongs.`,
      ),
    ];
  }
  if (parts.length === 0) {
    return [
      problem(
        inside(place, group),
        'empty-group',
        `has an empty "${group}": put a condition into it, or remove it.`,
      ),
    ];
  }
  return parts.flatMap((part: unknown, i) =>
    checkConditionShape(part, inside(place, group, i), depth + 1),
  );
}

function checkLeafShape(raw: object, place: Place): Problem[] {
  const op = at(raw, ['op']);
  const field = at(raw, ['field']);
  if (op === undefined && field === undefined) {
    return [
      problem(
        place,
        'shape',
        `has ${show(raw)} where a condition belongs: it needs "field" and "op", or "all", "any" or "not".`,
      ),
    ];
  }
  if (op === undefined) {
    return [
      problem(
        place,
        'missing',
        `asks for ${show(field)} without an operator: add "op", such as "is-set".`,
      ),
    ];
  }
  const schema = SCHEMAS.get(op as Op);
  if (!schema) {
    const hint = typeof op === 'string' ? suggestion(op, OPS) : '';
    const advice = hint === '' ? ` There are: ${OPS.join(', ')}.` : hint;
    return [
      problem(
        inside(place, 'op'),
        'unknown-operator',
        `uses the operator ${show(op)}, which does not exist.${advice}`,
      ),
    ];
  }
  const { error } = schema.safeParse(raw);
  if (!error) return [];
  const wrong = new Map(
    error.issues.map((issue) => [
      issue.code === 'unrecognized_keys' ? '' : String(issue.path[0] ?? ''),
      issue,
    ]),
  );
  return [...wrong].flatMap(([part, issue]) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownPart(place, key, op as Op, Object.keys(schema.shape)))
      : [wrongPart(raw, place, part, op as Op)],
  );
}

function unknownPart(place: Place, key: string, op: Op, parts: readonly string[]): Problem {
  const missing = suggestion(key, parts);
  const message = `gives "${key}" to the operator "${op}", which does not take it.`;
  return problem(
    inside(place, key),
    'unknown-part',
    `${message}${missing === '' ? ' Remove it.' : missing}`,
  );
}

function wrongPart(raw: object, place: Place, part: string, op: Op): Problem {
  const found = at(raw, [part]);
  const field = show(at(raw, ['field']));
  const form = formOf(part, op);
  if (found === undefined) {
    return problem(
      place,
      'missing',
      `asks for ${field} with "${op}", and "${part}" is missing: add ${form}.`,
    );
  }
  return problem(
    inside(place, part),
    'shape',
    `asks for ${field} with "${op}", where "${part}" must be ${form}; found ${show(found)}.`,
  );
}

/** What a part of a leaf must look like, in words. */
const FORMS: Readonly<Record<string, string>> = {
  field: 'the name of a field, such as "closeDate"',
  day: 'a day: { "days": -10, "unit": "working" }, { "date": "2027-03-31" } or "window-end"',
  low: 'a plain decimal in quotes, such as "1500.50"',
  high: 'a plain decimal in quotes, such as "1500.50"',
  minWords: 'a whole number',
  maxAge: 'a whole number of days, or "playbook"',
};

const TEXT = 'a text in quotes';
const TEXTS = 'a list of texts, such as ["proposal", "negotiation"]';
const COUNT = 'a whole number';

/** What "value" must look like where it is no decimal. */
const VALUE_FORMS: Readonly<Partial<Record<Op, string>>> = {
  is: TEXT,
  'is-not': TEXT,
  contains: TEXT,
  includes: TEXT,
  'one-of': TEXTS,
  'none-of': TEXTS,
  'includes-any': TEXTS,
  'includes-all': TEXTS,
  'count-at-least': COUNT,
  'count-at-most': COUNT,
  'currency-in': 'a list of currency codes, such as ["EUR"], or [] for those of the playbook',
};

const formOf = (part: string, op: Op): string =>
  FORMS[part] ?? VALUE_FORMS[op] ?? 'a plain decimal in quotes, such as "1500.50"';

import { dayNumber, workCalendar } from './calendar.ts';
import { sampleFacts } from './check-samples.ts';
import { compileCondition } from './condition.ts';
import type { Facts, Moment } from './condition-facts.ts';
import type { Condition, Leaf } from './condition-schema.ts';
import { parseFieldPath } from './field-path.ts';
import { kindsOf } from './operators.ts';

/** A leaf that must hold, or with `negated` must not. */
export interface Literal {
  readonly leaf: Leaf;
  readonly negated: boolean;
}

/** Steps after which a condition with very many alternatives is taken to be possible. */
const PATIENCE = 2000;

/** A condition that is to be met, or with `negated` is not to be. */
interface Goal {
  readonly condition: Condition;
  readonly negated: boolean;
}

/**
 * Whether some deal meets the condition, or with `negated` its opposite. It looks for one combination
 * of leaves, one out of each `any`, in which the leaves of no field exclude each other.
 */
export function isSatisfiable(
  condition: Condition,
  negated: boolean,
  currencies: readonly string[],
): boolean {
  let steps = 0;
  const search = (goals: readonly Goal[], chosen: readonly Literal[]): boolean => {
    const [goal, ...rest] = goals;
    steps += 1;
    if (!goal || steps > PATIENCE) return true;
    if ('op' in goal.condition) {
      const literal = { leaf: goal.condition, negated: goal.negated };
      const field = [...chosen, literal].filter(({ leaf }) => leaf.field === literal.leaf.field);
      return !excludeEachOther(field, currencies) && search(rest, [...chosen, literal]);
    }
    const { parts, every } = partsOf(goal);
    if (!every) return parts.some((part) => search([part, ...rest], chosen));
    // What leaves no choice comes first: a clash shows before the choices have been tried.
    const forced = parts.filter((part) => !isChoice(part));
    return search([...forced, ...rest, ...parts.filter(isChoice)], chosen);
  };
  return search([{ condition, negated }], []);
}

const isChoice = ({ condition, negated }: Goal): boolean => (negated ? 'all' : 'any') in condition;

/** The goals in a group, and whether every one of them must be met. A negation turns `all` into `any`. */
function partsOf({ condition, negated }: Goal): { parts: Goal[]; every: boolean } {
  if ('not' in condition) {
    return { parts: [{ condition: condition.not, negated: !negated }], every: true };
  }
  const isAll = 'all' in condition;
  const conditions = isAll ? condition.all : 'any' in condition ? condition.any : [];
  return {
    parts: conditions.map((part) => ({ condition: part, negated })),
    every: isAll !== negated,
  };
}

/** True when no value of a field meets all of these, which are about that field alone. */
export function excludeEachOther(
  literals: readonly Literal[],
  currencies: readonly string[],
): boolean {
  const path = parseFieldPath(literals[0]?.leaf.field ?? '');
  if (!path || (path.of === 'custom' && isTextAndDate(literals))) return false;
  const moments = sampleMoments(currencies);
  return byBasis(literals).some((group) => {
    const leaves = group.map(({ leaf }) => leaf);
    const tests = group.map(({ leaf, negated }) => meets(leaf, negated));
    return !moments.some((at) =>
      sampleFacts(path, leaves, at).some((facts) => tests.every((test) => test(facts, at))),
    );
  });
}

function meets(leaf: Leaf, negated: boolean): (facts: Facts, at: Moment) => boolean {
  const compiled = compileCondition(leaf);
  const wanted = negated ? 'no' : 'yes';
  return (facts, at) => compiled(facts, at).truth === wanted;
}

/** What a custom text looks like when it is a date as well is not tried. */
function isTextAndDate(literals: readonly Literal[]): boolean {
  const kinds = literals.map(({ leaf }) => kindsOf(leaf.op));
  const only = (kind: 'text' | 'date'): boolean =>
    kinds.some((each) => each.includes(kind) && !each.includes('set'));
  return only('text') && only('date');
}

/**
 * Days counted from today, working days and fixed dates move against each other as time passes, so that only
 * days of one sort are compared. Leaves without a day, and today itself, go with each of them.
 */
function byBasis(literals: readonly Literal[]): Literal[][] {
  const bases = new Set(literals.map(({ leaf }) => basisOf(leaf)));
  bases.delete('any');
  if (bases.size < 2) return [[...literals]];
  return [...bases].map((basis) =>
    literals.filter(({ leaf }) => ['any', basis].includes(basisOf(leaf))),
  );
}

function basisOf(leaf: Leaf): 'any' | 'calendar' | 'working' | 'fixed' {
  if (!('day' in leaf)) return 'any';
  const { day } = leaf;
  if (day === 'window-end') return 'calendar';
  if ('date' in day) return 'fixed';
  return day.days === 0 ? 'any' : day.unit;
}

/** The shortest and the longest window, and ages that an answer may have. */
const EXTREMES = [
  { window: 1, answerAge: 1 },
  { window: 1095, answerAge: 365 },
];

/** A week of days, so that weekends fall in every way. */
const WEEK = Array.from({ length: 7 }, (_, i) => dayNumber('2027-02-01') + i);

/** The moments at which conditions are tried. What can be met at none of them can be met never. */
const sampleMoments = (currencies: readonly string[]): Moment[] =>
  WEEK.flatMap((today) =>
    EXTREMES.map(({ window, answerAge }) => ({
      today,
      windowEnd: today + window,
      calendar: workCalendar([]),
      currencies,
      answerAge,
    })),
  );

import type { ProblemCode } from './check-problem.ts';
import type { Leaf } from './condition-schema.ts';
import type { FieldPath } from './field-path.ts';
import { CATEGORIES, type FieldName } from './fields.ts';
import { compareDecimal } from './money.ts';
import { suggestion } from './nearest.ts';

/** Reports one thing that is wrong with a leaf; `part` is the part of it that is. */
export type Report = (code: ProblemCode, part: string, message: string) => void;

/** Days from today, words and days of age beyond which a threshold is a slip of the pen. */
const FARTHEST = 3650;
const MOST_WORDS = 200;
const OLDEST = 3650;

/** Fields with a lowest and a highest value. Stages are the CRM's own, and not known here. */
const RANGES: Readonly<Partial<Record<FieldName, readonly [low: string, high?: string]>>> = {
  probability: ['0', '100'],
  pushes: ['0'],
  contacts: ['0'],
};
const CHOICES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  forecastCategory: CATEGORIES,
  lastContactBy: ['buyer', 'us'],
};

/** Thresholds that no deal can meet, or none that makes sense. `choices` are all that a fact of the team's own can be. */
export function checkThresholds(
  leaf: Leaf,
  path: FieldPath,
  report: Report,
  choices?: readonly string[],
): void {
  switch (leaf.op) {
    case 'is-set':
    case 'is-empty':
    case 'currency-in':
      return;
    case 'evidence':
      checkEvidence(leaf, path, report);
      return;
    case 'before':
    case 'on-or-before':
    case 'after':
    case 'on-or-after':
      checkDay(leaf, report);
      return;
    case 'between':
      checkBetween(leaf, path, report);
      return;
    case 'count-at-least':
    case 'count-at-most':
      if (leaf.value >= 1) return;
      report(
        'impossible',
        'value',
        `asks "${leaf.field}" for a count of ${leaf.value}: begin at 1, or use "is-empty".`,
      );
      return;
    case 'equals':
    case 'differs':
    case 'more-than':
    case 'at-least':
    case 'less-than':
    case 'at-most':
      checkRange(leaf.field, 'value', leaf.value, path, report);
      return;
    case 'is':
    case 'is-not':
    case 'contains':
    case 'one-of':
    case 'none-of':
    case 'includes':
    case 'includes-any':
    case 'includes-all':
      checkTexts(leaf, leaf.value, choices ?? choicesOf(path), report);
  }
}

const choicesOf = (path: FieldPath): readonly string[] | undefined =>
  path.of === 'deal' ? CHOICES[path.name] : undefined;

function checkEvidence(
  { field, minWords, maxAge }: Extract<Leaf, { op: 'evidence' }>,
  path: FieldPath,
  report: Report,
): void {
  if (minWords !== undefined && (minWords < 1 || minWords > MOST_WORDS)) {
    report(
      'impossible',
      'minWords',
      `asks "${field}" for ${minWords} words: ask for 1 to ${MOST_WORDS}.`,
    );
  }
  if (maxAge === undefined) return;
  if (path.of !== 'answer') {
    report(
      'operator-kind',
      'maxAge',
      `asks how old "${field}" is, and only answers have an age: remove "maxAge".`,
    );
  } else if (maxAge !== 'playbook' && (maxAge < 1 || maxAge > OLDEST)) {
    report(
      'impossible',
      'maxAge',
      `allows "${field}" an age of ${maxAge} days: allow 1 to ${OLDEST}.`,
    );
  }
}

function checkDay({ field, day }: Extract<Leaf, { day: unknown }>, report: Report): void {
  if (day === 'window-end' || !('days' in day) || Math.abs(day.days) <= FARTHEST) return;
  report(
    'impossible',
    'day',
    `counts ${day.days} days from today for "${field}": stay within ${FARTHEST}.`,
  );
}

function checkBetween(
  { field, low, high }: Extract<Leaf, { op: 'between' }>,
  path: FieldPath,
  report: Report,
): void {
  checkRange(field, 'low', low, path, report);
  checkRange(field, 'high', high, path, report);
  if (compareDecimal(low, high) <= 0) return;
  report(
    'contradiction',
    'low',
    `asks that "${field}" be between ${low} and ${high}, where nothing lies: exchange the two.`,
  );
}

function checkRange(
  field: string,
  part: string,
  value: string,
  path: FieldPath,
  report: Report,
): void {
  const range = path.of === 'deal' ? RANGES[path.name] : undefined;
  if (!range) return;
  const [low, high] = range;
  const tooHigh = high !== undefined && compareDecimal(value, high) > 0;
  if (!tooHigh && compareDecimal(value, low) >= 0) return;
  const span = high === undefined ? `never below ${low}` : `from ${low} to ${high}`;
  report(
    'impossible',
    part,
    `compares "${field}" with ${value}, and it is ${span}: correct the number.`,
  );
}

function checkTexts(
  { field, op }: Leaf,
  value: string | readonly string[],
  choices: readonly string[] | undefined,
  report: Report,
): void {
  for (const text of typeof value === 'string' ? [value] : value) {
    if (text.trim() === '') {
      report(
        'impossible',
        'value',
        `compares "${field}" with a text of spaces: write a text, or use "is-empty".`,
      );
    } else if (choices && op !== 'contains' && !choices.includes(text)) {
      const hint = suggestion(text, choices);
      const advice = hint === '' ? ` There are: ${choices.join(', ')}.` : hint;
      report(
        'impossible',
        'value',
        `compares "${field}" with "${text}", which it never is.${advice}`,
      );
    }
  }
}

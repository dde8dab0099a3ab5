import { inside, problem, type Place, type Problem } from './check-problem.ts';
import type { Leaf } from './condition-schema.ts';
import { parseFieldPath, type FieldPath } from './field-path.ts';
import { checkThresholds, type Report } from './check-thresholds.ts';
import { FIELD_NAMES, type Kind } from './fields.ts';
import { suggestion } from './nearest.ts';
import { OPERATORS } from './operators.ts';
import type { AnswerRule, Playbook } from './playbook.ts';

/** What a leaf may ask for beside a deal's own fields. */
export type Askable = Pick<Playbook, 'answers' | 'facts'>;

/**
 * What is wrong with what a well-formed leaf asks: its field, its operator and its thresholds. A custom field that
 * the playbook has a fact for is of that fact's kind; any other may be of every kind.
 */
export function checkLeaf(leaf: Leaf, place: Place, { answers, facts }: Askable): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (code, part, message) => {
    problems.push(problem(inside(place, part), code, message));
  };
  const path = parseFieldPath(leaf.field);
  if (!path) reportField(leaf.field, report);
  else {
    if (path.of === 'answer') checkAnswer(path, answers, report);
    const rule = path.of === 'custom' ? facts?.find((fact) => fact.key === path.key) : undefined;
    const kind = path.of === 'custom' ? rule?.kind : path.kind;
    if (kind) checkOperator(leaf, kind, report);
    checkThresholds(leaf, path, report, rule?.choices);
  }
  return problems;
}

function reportField(field: string, report: Report): void {
  const hint = suggestion(field, FIELD_NAMES);
  const advice =
    hint === ''
      ? ' Write a field of the deal, "answer.<key>", "answer.<key>.date" or "custom.<name>".'
      : hint;
  report('unknown-field', 'field', `asks for a field "${field}", which no deal has.${advice}`);
}

function checkAnswer(
  { key, kind }: Extract<FieldPath, { of: 'answer' }>,
  answers: readonly AnswerRule[],
  report: Report,
): void {
  const rule = answers.find((answer) => answer.key === key);
  if (!rule) {
    const hint = suggestion(
      key,
      answers.map((answer) => answer.key),
    );
    const advice = hint === '' ? ' Add it to "answers".' : hint;
    report(
      'unknown-answer',
      'field',
      `asks for the answer "${key}", which the playbook does not have.${advice}`,
    );
  } else if (kind === 'date' && !rule.date) {
    report(
      'answer-without-date',
      'field',
      `asks for the date of the answer "${key}", which asks reps for no date: give the answer a "date" label.`,
    );
  }
}

function checkOperator(leaf: Leaf, kind: Kind, report: Report): void {
  if (OPERATORS[kind].includes(leaf.op)) return;
  report(
    'operator-kind',
    'op',
    `asks "${leaf.field}" with "${leaf.op}", which does not suit a ${kind} field. Use one of: ${OPERATORS[kind].join(', ')}.`,
  );
}

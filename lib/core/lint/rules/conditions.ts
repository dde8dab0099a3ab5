import { at, type Path, type Place, type Problem } from '../../check-problem.ts';
import { checkConditionShape } from '../../check-condition-shape.ts';
import { checkCondition, checkTests, type Asked } from '../../check-playbook.ts';
import { conditionPaths } from '../../check-shape.ts';
import type { Condition } from '../../condition-schema.ts';
import type { Gate, Playbook } from '../../playbook.ts';
import { checkAmounts } from '../../playbook-limits.ts';
import type { LintFinding } from '../finding.ts';
import { findingOf } from '../problem-finding.ts';

/** What well-formed conditions ask that cannot be: unknown fields, contradictions, and what every deal meets. */
export function findConditions(draft: Playbook): LintFinding[] {
  // What is more than a playbook may hold is not looked at one by one.
  if (checkAmounts(draft, conditionPaths(draft)).length > 0) return [];
  const asked = askedOf(draft);
  const of = (path: Path, rule: Ruled, id: string): LintFinding[] =>
    problemsOf(rule, asked).map((problem) =>
      findingOf({ ...problem, rule: id }, [...path, ...problem.path], (full) => at(draft, full)),
    );
  return [
    ...draft.gates.flatMap((gate, i) => of(['gates', i], gate, gate.id)),
    ...draft.prompts.flatMap((prompt, i) => of(['prompts', i], prompt, prompt.id)),
    ...(draft.cards ?? []).flatMap((card, i) => of(['cards', i], card, card.id)),
  ];
}

/** A gate, a prompt or a card. */
type Ruled = Partial<Pick<Gate, 'when' | 'test' | 'commitTest'>>;

/** What conditions are checked against, with a text that tells it from another. */
interface AskedKey {
  readonly playbook: Asked;
  readonly key: string;
}

function askedOf({ answers, facts, currencies }: Playbook): AskedKey {
  const key = JSON.stringify([
    currencies,
    answers.map((answer) => [answer.key, Boolean(answer.date)]),
    facts?.map((fact) => [fact.key, fact.kind, fact.choices]),
  ]);
  return { playbook: { answers, currencies, ...(facts ? { facts } : {}) }, key };
}

/** What a rule's conditions were when they were checked last. */
interface Checked {
  readonly when: Condition | undefined;
  readonly test: Condition | undefined;
  readonly commitTest: Condition | undefined;
  readonly key: string;
  readonly problems: readonly Problem[];
}

/**
 * The last problems of each rule, by its first condition. To look for contradictions takes long, and mostly a draft changes
 * in one rule's texts, which leave its conditions as they are.
 */
const known = new WeakMap<Condition, Checked>();

/** The problems of one rule, with paths inside it. */
function problemsOf(rule: Ruled, { playbook, key }: AskedKey): readonly Problem[] {
  const { when, test, commitTest } = rule;
  const first = test ?? when;
  if (!first) return [];
  const before = known.get(first);
  const isSame = before?.key === key && before.when === when && before.commitTest === commitTest;
  if (isSame && before.test === test) return before.problems;
  const problems = check(rule, playbook);
  known.set(first, { key, problems, when, test, commitTest });
  return problems;
}

const HERE: Place = { rule: '', title: '', path: [] };

const isWhole = (condition: Condition | undefined): condition is Condition =>
  condition !== undefined && checkConditionShape(condition, HERE).length === 0;

/** Conditions that are not well-formed have findings of their own, and are passed over. */
function check({ when, test, commitTest }: Ruled, playbook: Asked): Problem[] {
  const conditions = Object.entries({ when, test, commitTest });
  const present = conditions.filter(([, condition]) => condition !== undefined);
  if (isWhole(test) && present.every(([, condition]) => isWhole(condition)))
    return checkTests({ when, test, commitTest }, HERE, playbook);
  return present.flatMap(([part, condition]) =>
    isWhole(condition) ? checkCondition(condition, { ...HERE, path: [part] }, playbook) : [],
  );
}

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

/** The last problems of each rule. To look for contradictions takes long, and a draft changes in one rule at a time. */
const known = new WeakMap<
  object,
  { readonly key: string; readonly problems: readonly Problem[] }
>();

/** The problems of one rule, with paths inside it. */
function problemsOf(rule: Ruled, { playbook, key }: AskedKey): readonly Problem[] {
  const before = known.get(rule);
  if (before?.key === key) return before.problems;
  const problems = check(rule, playbook);
  known.set(rule, { key, problems });
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

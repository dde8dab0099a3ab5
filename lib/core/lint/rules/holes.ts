import type { Path } from '../../check-problem.ts';
import type { Playbook } from '../../playbook.ts';
import type { LintCode, LintFinding } from '../finding.ts';
import { isHole, textsOf } from '../texts.ts';

const CODES: Readonly<Record<string, LintCode>> = {
  name: 'no-name',
  why: 'no-why',
  question: 'no-question',
};

/** Texts, owners and review dates that nothing may be published without. */
export function findHoles(draft: Playbook): LintFinding[] {
  const texts = textsOf(draft).flatMap(({ rule, path, part, text }): LintFinding[] =>
    isHole(text?.en) ? [hole(CODES[part] ?? 'no-text', rule, [...path, 'en'], { part })] : [],
  );
  const kept = [
    ...draft.gates.map((each, i) => ({ ...each, path: ['gates', i] })),
    ...draft.signals.map((each, i) => ({ ...each, path: ['signals', i] })),
    ...(draft.cards ?? []).map((each, i) => ({ ...each, path: ['cards', i] })),
  ].flatMap(({ id, owner, reviewBy, path }) => [
    ...(isHole(owner) ? [hole('no-owner', id, [...path, 'owner'])] : []),
    ...(isHole(reviewBy) ? [hole('no-review-date', id, [...path, 'reviewBy'])] : []),
  ]);
  return [...texts, ...kept];
}

const hole = (
  code: LintCode,
  rule: string,
  path: Path,
  values: LintFinding['values'] = {},
): LintFinding => ({ level: 'error', code, rule, path, values });

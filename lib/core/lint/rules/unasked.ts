import { parseFieldPath } from '../../field-path.ts';
import type { Playbook } from '../../playbook.ts';
import type { LintFinding } from '../finding.ts';
import { leavesOf } from '../leaves.ts';

/** Answers that no gate takes, no condition asks for, and that stand in for no fact. */
export function findUnasked(draft: Playbook): LintFinding[] {
  const asked = new Set<string>([
    ...draft.gates.flatMap(({ answer }) => answer ?? []),
    ...(draft.mapping ?? []).flatMap(({ from }) => ('answer' in from ? from.answer : [])),
    ...leavesOf(draft).flatMap(({ leaf }) => {
      const path = parseFieldPath(leaf.field);
      return path?.of === 'answer' ? path.key : [];
    }),
  ]);
  return draft.answers.flatMap(({ key, feeds }, i): LintFinding[] =>
    feeds === undefined && !asked.has(key)
      ? [{ level: 'warning', code: 'unasked-answer', rule: key, path: ['answers', i], values: {} }]
      : [],
  );
}

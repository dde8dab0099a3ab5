import { at, type Problem } from '../../check-problem.ts';
import { checkReferences } from '../../check-references.ts';
import { checkSelectors } from '../../check-selectors.ts';
import type { Playbook } from '../../playbook.ts';
import type { LintFinding } from '../finding.ts';
import { findingOf } from '../problem-finding.ts';

/** Names that are given twice or point nowhere, thresholds in the wrong order, and selectors that are none. */
export function findReferences(draft: Playbook): LintFinding[] {
  const problems: Problem[] = [...checkReferences(draft), ...checkSelectors(draft)];
  return problems.map((problem) => findingOf(problem, problem.path, (path) => at(draft, path)));
}

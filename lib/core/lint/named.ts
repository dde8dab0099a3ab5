import { parseFieldPath } from '../field-path.ts';
import type { Playbook, Text } from '../playbook.ts';
import type { LintFinding } from './finding.ts';
import { isHole } from './texts.ts';

/** The finding with what the playbook calls its field, where that is an answer or a fact of the team's own. */
export function named(finding: LintFinding, draft: Playbook): LintFinding {
  const { field } = finding.values;
  const label = typeof field === 'string' ? labelOf(field, draft) : undefined;
  if (!label || isHole(label.en)) return finding;
  const fieldNl = isHole(label.nl) ? label.en : (label.nl ?? label.en);
  return { ...finding, values: { ...finding.values, fieldEn: label.en, fieldNl } };
}

function labelOf(field: string, { answers, facts = [] }: Playbook): Text | undefined {
  const path = parseFieldPath(field);
  if (!path || path.of === 'deal') return undefined;
  const rules = path.of === 'custom' ? facts : answers;
  return rules.find(({ key }) => key === path.key)?.label;
}

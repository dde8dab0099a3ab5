import type { Playbook } from '../../playbook.ts';
import type { LintFinding } from '../finding.ts';

/** Gates that stand on no deal, and cards that stand beside none. */
export function findUnused(draft: Playbook): LintFinding[] {
  const gates = draft.gates.flatMap(({ id, need }, i): LintFinding[] =>
    need.forecast === 'off' && need.commit === 'off'
      ? [{ level: 'warning', code: 'gate-off', rule: id, path: ['gates', i, 'need'], values: {} }]
      : [],
  );
  const cards = (draft.cards ?? []).flatMap(({ id, kind, when }, i): LintFinding[] =>
    kind === 'trait' && !when
      ? [{ level: 'warning', code: 'never-shown', rule: id, path: ['cards', i], values: {} }]
      : [],
  );
  return [...gates, ...cards];
}

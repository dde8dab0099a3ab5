import type { Playbook } from '../playbook.ts';
import type { LintFinding, LintWorld } from './finding.ts';

/** Everything that is to be said about a draft, errors first. The draft has the form of a playbook; its texts may be empty. */
export function lintPlaybook(draft: Playbook, world: LintWorld): readonly LintFinding[] {
  void draft;
  void world;
  return [];
}

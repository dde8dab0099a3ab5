import type { Path } from '../check-problem.ts';
import { playbookSchema, type Playbook } from '../playbook.ts';
import type { LintFinding, LintWorld } from './finding.ts';
import { named } from './named.ts';
import { findConditions } from './rules/conditions.ts';
import { findMissingDutch } from './rules/dutch.ts';
import { findForm } from './rules/form.ts';
import { findHoles } from './rules/holes.ts';
import { findOddNumbers } from './rules/numbers.ts';
import { findUnused } from './rules/off.ts';
import { findDryMappings, findUnmapped, findUnreadable } from './rules/readable.ts';
import { findReferences } from './rules/references.ts';
import { findReviews } from './rules/review.ts';
import { findBeyondSeen } from './rules/seen.ts';
import { findUnasked } from './rules/unasked.ts';
import { findWording } from './rules/wording.ts';

type Rule = (draft: Playbook, world: LintWorld) => readonly LintFinding[];

const RULES: readonly Rule[] = [
  findHoles,
  findForm,
  findReferences,
  findConditions,
  findOddNumbers,
  findReviews,
  findMissingDutch,
  findUnused,
  findUnasked,
  findUnreadable,
  findUnmapped,
  findDryMappings,
  findBeyondSeen,
  findWording,
];

/**
 * Everything that is to be said about a draft: errors first, then warnings, each in the order of the playbook. The draft
 * has the form of a playbook; its texts, owners and review dates may be empty, and so may groups. Never
 * throws: a rule that fails costs itself alone.
 */
export function lintPlaybook(draft: Playbook, world: LintWorld): readonly LintFinding[] {
  return RULES.flatMap((rule) => {
    try {
      return rule(draft, world);
    } catch {
      return [];
    }
  })
    .map((finding) => named(finding, draft))
    .sort(byWeight);
}

const PARTS = Object.keys(playbookSchema.shape);

function byWeight(a: LintFinding, b: LintFinding): number {
  if (a.level !== b.level) return a.level === 'error' ? -1 : 1;
  return byPath(a.path, b.path);
}

/** Parts of a playbook in the order of its schema, entries of a list by their place, anything else by name. */
function byPath(a: Path, b: Path): number {
  const part = PARTS.indexOf(String(a[0])) - PARTS.indexOf(String(b[0]));
  if (part !== 0) return part;
  for (let i = 1; i < Math.min(a.length, b.length); i++) {
    const [left, right] = [a[i], b[i]];
    if (left === right || left === undefined || right === undefined) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return a.length - b.length;
}

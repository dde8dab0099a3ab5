import { dayNumber } from '../../calendar.ts';
import type { Playbook } from '../../playbook.ts';
import type { LintFinding, LintWorld } from '../finding.ts';

/** Calendar days from today within which a rule should be looked at again: two years. */
const FARTHEST = 731;

/** Review dates that have passed, or that nobody will live to see. */
export function findReviews(draft: Playbook, { today }: LintWorld): LintFinding[] {
  const rules = [
    ...draft.gates.map(({ id, reviewBy }, i) => ({ id, reviewBy, path: ['gates', i] })),
    ...draft.signals.map(({ id, reviewBy }, i) => ({ id, reviewBy, path: ['signals', i] })),
    ...(draft.cards ?? []).map(({ id, reviewBy }, i) => ({ id, reviewBy, path: ['cards', i] })),
  ];
  return rules.flatMap(({ id, reviewBy, path }): LintFinding[] => {
    const days = dayNumber(reviewBy) - dayNumber(today);
    if (Number.isNaN(days) || (days >= 0 && days <= FARTHEST)) return [];
    const code = days < 0 ? 'review-past' : 'review-far';
    return [
      {
        level: 'warning',
        code,
        rule: id,
        path: [...path, 'reviewBy'],
        values: { date: reviewBy },
      },
    ];
  });
}

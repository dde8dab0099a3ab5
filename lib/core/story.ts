import type { Assessment } from './assessment.ts';
import { compileCondition, type Compiled } from './condition.ts';
import type { Condition } from './condition-schema.ts';
import type { ActivePlaybook, StoryCard } from './playbook.ts';
import { rulesOn } from './rules.ts';
import { isCommit, isDecided } from './run.ts';

/** What has to be known of a deal to choose its cards: an assessment has it. */
export type StoryDeal = Pick<Assessment, 'facts' | 'category'>;

/**
 * The cards of the team's own story that belong beside a deal on one day (`now`, as YYYY-MM-DD), in the order of the
 * playbook: those whose condition is true. Unknown is not true. Without a condition a priority or a differentiator
 * stands beside every open deal, and a trait beside none: it is true of some customers alone. A decided
 * deal has no cards. Never throws; a card that fails costs itself alone.
 */
export function storyCards(
  { facts, category }: StoryDeal,
  playbook: ActivePlaybook,
  now: string,
): readonly StoryCard[] {
  const { cards } = playbook;
  if (!cards || isDecided(category)) return [];
  const { moment } = rulesOn(playbook, now)[isCommit(category) ? 'commit' : 'forecast'];
  return cards.filter(({ kind, when }) => {
    if (!when) return kind !== 'trait';
    try {
      return compiled(when)(facts, moment).truth === 'yes';
    } catch {
      return false;
    }
  });
}

/** The card is drawn anew at every edit, with the same conditions. */
const known = new WeakMap<Condition, Compiled>();

function compiled(when: Condition): Compiled {
  const before = known.get(when);
  if (before) return before;
  const made = compileCondition(when);
  known.set(when, made);
  return made;
}

import type { Prompt } from '../assessment.ts';
import type { PromptBudget } from '../prompts.ts';

/** Working days of the week that is reckoned with. */
const WORKING_DAYS = 5;

/** How many prompts reps would see. */
export interface PromptLoad {
  /** Prompts that a rep sees on a working day, on average; 0 where there are no reps. */
  readonly perRepDay: number;
  /** Owners with at least one open deal. */
  readonly reps: number;
  /** Open deals whose owner is not known: they are in none of the other numbers. */
  readonly ownerless: number;
}

/**
 * Reckons how many prompts a rep sees on a working day, from each open deal's questions.
 *
 * Method: a week of five working days in which every rep opens each of the own open deals every day, as if no prompt had
 * been put yet that week. A deal asks at most one question a day, and in the week no more than it has questions and
 * than the budget allows for a deal; a question that was answered before is none. On one day a rep sees no more than
 * the budget for a rep. Since a deal's week (at most 3) fits into five days, the days can always be filled evenly: a
 * rep's week is the sum over the deals, or five times the day's budget where that is less. The result is the mean over the
 * reps, divided by five. It is the most that they would see: whoever does not open a deal is not asked about it.
 */
export function countPrompts(budget: PromptBudget): {
  readonly add: (owner: string | undefined, questions: number) => void;
  readonly load: () => PromptLoad;
} {
  const weeks = new Map<string, number>();
  let ownerless = 0;
  return {
    add: (owner, questions) => {
      if (owner === undefined) {
        ownerless += 1;
        return;
      }
      const asked = Math.min(questions, budget.dealWeek, WORKING_DAYS);
      weeks.set(owner, (weeks.get(owner) ?? 0) + asked);
    },
    load: () => {
      const most = budget.repDay * WORKING_DAYS;
      const shown = [...weeks.values()].reduce((total, week) => total + Math.min(week, most), 0);
      const reps = weeks.size;
      return { perRepDay: reps === 0 ? 0 : shown / reps / WORKING_DAYS, reps, ownerless };
    },
  };
}

/** A deal's questions that were not answered before. */
export const openQuestions = (prompts: readonly Prompt[], answered: ReadonlySet<string>): number =>
  answered.size === 0 ? prompts.length : prompts.filter(({ id }) => !answered.has(id)).length;

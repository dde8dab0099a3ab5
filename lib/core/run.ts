import type { Facts } from './condition.ts';
import type { Deal } from './deal.ts';
import type { Fact } from './fact.ts';
import type { Category } from './fields.ts';
import type { ActivePlaybook } from './playbook.ts';
import type { Rules } from './rules.ts';

/** One assessment under way: what its parts read, and where they leave their faults. */
export interface Run {
  readonly deal: Deal;
  readonly playbook: ActivePlaybook;
  readonly rules: Rules;
  /** The deal's facts with history and answers filled in. */
  readonly facts: Facts;
  /** Where the facts lie: see condition-columns.ts. */
  readonly regions: readonly number[];
  readonly category: Fact<Category>;
  readonly faults: Faults;
}

export type Faults = { id: string; message: string }[];

/** Notes what failed, and gives the error's message. */
export function noteFault(id: string, error: unknown, faults: Faults): string {
  const message = error instanceof Error ? error.message : String(error);
  faults.push({ id, message });
  return message;
}

/** True for a deal that is won or lost: nothing is left to coach on. */
export const isDecided = (category: Fact<Category>): boolean =>
  category.is === 'value' && (category.value === 'won' || category.value === 'lost');

/** True for a deal in commit, where the stricter tests and ages count. */
export const isCommit = (category: Fact<Category>): boolean =>
  category.is === 'value' && category.value === 'commit';

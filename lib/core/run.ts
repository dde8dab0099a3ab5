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
  /** What the facts measure, for the conditions that compare them. */
  readonly numbers: readonly number[];
  readonly category: Fact<Category>;
  readonly faults: Faults;
}

export type Faults = { id: string; message: string }[];

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Runs one part of the assessment; when it throws, notes the fault under the id and takes the fallback. */
export function guard<T, F>(id: string, faults: Faults, part: () => T, fallback: F): T | F {
  try {
    return part();
  } catch (error) {
    faults.push({ id, message: messageOf(error) });
    return fallback;
  }
}

/** True for a deal that is won or lost: nothing is left to coach on. */
export const isDecided = (category: Fact<Category>): boolean =>
  category.is === 'value' && (category.value === 'won' || category.value === 'lost');

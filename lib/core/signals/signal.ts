import type { WorkCalendar } from '../calendar.ts';
import type { Fields } from '../deal.ts';
import type { Norms, SignalRule } from '../playbook.ts';
import type { Answer, Change } from '../records.ts';
import type { SignalId } from './ids.ts';

/** What a signal may look at. `today` is a day number; the fields have answers and history filled in. */
export interface SignalInput {
  readonly fields: Fields;
  readonly answers: Readonly<Record<string, Answer>> | undefined;
  readonly history: readonly Change[];
  /** The day from which the history is complete, as YYYY-MM-DD. */
  readonly since: string | undefined;
  readonly today: number;
  readonly calendar: WorkCalendar;
  readonly rule: SignalRule;
  readonly norms: Norms;
  /** The forecast window in calendar days: the stand-in for the team's cycle until that is learned. */
  readonly windowDays: number;
}

/** A raised signal with the numbers behind it, for the screen's sentence. */
export interface Sign {
  readonly level: 'amber' | 'red';
  readonly numbers: Readonly<Record<string, number | string>>;
  /** How many deals its threshold was learned from. */
  readonly learnedFrom?: number;
}

/** One kind of signal. `clock` marks those that a booked meeting with the buyer stops. */
export interface SignalKind {
  readonly id: SignalId;
  readonly clock: boolean;
  readonly read: (input: SignalInput) => Sign | undefined;
}

/** Amber from the first threshold on, red from the second. A red of 0 means that there is no red. */
export function levelOf(
  value: number,
  rule: Pick<SignalRule, 'amber' | 'red'>,
): 'amber' | 'red' | undefined {
  if (rule.red > 0 && value >= rule.red) return 'red';
  return value >= rule.amber ? 'amber' : undefined;
}

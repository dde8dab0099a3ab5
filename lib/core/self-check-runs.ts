import type { CheckedState, FieldCheck } from './self-check.ts';
import type { FieldName, IsoDate } from './fields.ts';

/** How many deals in a row may go wrong before a field is switched off. */
export const DEALS_IN_A_ROW = 3;

/** Deals that are kept of one run, to count each once. */
const MOST_DEALS = 20;

/** A field that went wrong on one deal or more in a row. One that agrees has no run. */
export interface FieldRun {
  readonly field: FieldName;
  readonly state: CheckedState;
  /** The ids of the deals in the run, each once: the first of them, and no more than twenty. */
  readonly deals: readonly string[];
  /** The day of the first of them. */
  readonly since: IsoDate;
  /** What went wrong on the last one. */
  readonly result: 'disagrees' | 'nothing-found';
  readonly selector?: string | undefined;
  readonly saw?: string | undefined;
  readonly saved?: string | undefined;
}

/** True for a field that is switched off. */
export const isOff = ({ deals }: FieldRun): boolean => deals.length >= DEALS_IN_A_ROW;

/**
 * Carries the runs on by what one deal's check found: a field that agrees loses its run, and so is on again; one that went wrong
 * adds the deal to its run, once. What could not be compared leaves its run as it is. Pure.
 */
export function carryOn(
  runs: readonly FieldRun[],
  deal: string,
  day: IsoDate,
  checks: readonly FieldCheck[],
): readonly FieldRun[] {
  return checks.reduce<readonly FieldRun[]>((all, check) => {
    const isSame = ({ field, state }: FieldRun): boolean =>
      field === check.field && state === check.state;
    const others = all.filter((run) => !isSame(run));
    const { result } = check;
    if (result === 'agrees') return others;
    const before = all.find(isSame);
    return [...others, longer(before, deal, day, { ...check, result })];
  }, runs);
}

type Wrong = FieldCheck & Pick<FieldRun, 'result'>;

function longer(before: FieldRun | undefined, deal: string, day: IsoDate, check: Wrong): FieldRun {
  const deals = before?.deals ?? [];
  const isNews = !deals.includes(deal) && deals.length < MOST_DEALS;
  return { ...check, since: before?.since ?? day, deals: isNews ? [...deals, deal] : deals };
}

/** The fields that are switched off, in a page or in a form. */
export const mistrustedOf = (runs: readonly FieldRun[]): readonly FieldName[] => [
  ...new Set(runs.filter(isOff).map(({ field }) => field)),
];

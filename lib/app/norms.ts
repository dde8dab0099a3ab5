import type { Norms } from '../core/playbook.ts';

/** Fewer won deals than this teach nothing: one odd deal would set the norm. */
export const LEAST_DEALS = 5;

/** The value at or under which `share` of the sorted numbers lie (nearest rank). */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;

/** What the cycles of the team's won deals teach, in calendar days; nothing when there are too few of them. */
export function learnNorms(cycles: readonly number[]): Norms {
  const deals = cycles.length;
  if (deals < LEAST_DEALS) return {};
  const sorted = cycles.toSorted((a, b) => a - b);
  const middle = (quantile(sorted, 0.5) + (sorted[Math.floor(deals / 2)] ?? 0)) / 2;
  return { cycle: { median: Math.round(middle), p90: quantile(sorted, 0.9), deals } };
}

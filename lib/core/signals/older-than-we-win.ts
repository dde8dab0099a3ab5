import { dayNumber } from '../calendar.ts';
import { levelOf, type Sign, type SignalKind } from './signal.ts';

/** Won deals that the cycle must be learned from before this signal speaks of "our won deals". */
const ENOUGH_DEALS = 10;

/**
 * The deal is older than deals that the team wins. Thresholds are factors of the median cycle, in
 * calendar days from creation; the forecast window stands in for the cycle until enough deals were won.
 */
export const signal: SignalKind = {
  id: 'older-than-we-win',
  clock: true,
  read({ fields, today, rule, norms, windowDays }): Sign | undefined {
    if (fields.created.is !== 'value') return undefined;
    const cycle = norms.cycle && norms.cycle.deals >= ENOUGH_DEALS ? norms.cycle : undefined;
    const median = cycle?.median ?? windowDays;
    const days = today - dayNumber(fields.created.value);
    const level = levelOf(days / median, rule);
    if (!level) return undefined;
    const numbers = { days, limit: Math.round(median * rule.amber), median };
    return cycle ? { level, numbers, learnedFrom: cycle.deals } : { level, numbers };
  },
};

import { dayNumber } from '../calendar.ts';
import { levelOf, type SignalKind } from './signal.ts';

/** The close date lies in the past. Thresholds are calendar days. */
export const signal: SignalKind = {
  id: 'date-passed',
  clock: false,
  read({ fields, today, rule }) {
    if (fields.closeDate.is !== 'value') return undefined;
    const days = today - dayNumber(fields.closeDate.value);
    const level = levelOf(days, rule);
    return level && { level, numbers: { days, limit: rule.amber, date: fields.closeDate.value } };
  },
};

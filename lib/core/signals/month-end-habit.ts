import { dayNumber, endsMonth } from '../calendar.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { SignalKind } from './signal.ts';

/**
 * The close date is one of the last `amber` days of a month, and no event at the buyer's explains it:
 * our calendar, not theirs. Never red.
 */
export const signal: SignalKind = {
  id: 'month-end-habit',
  clock: false,
  read({ fields, answers, rule, today }) {
    if (fields.closeDate.is !== 'value' || answers === undefined) return undefined;
    const event = answers.criticalEvent;
    if (event && !isPlaceholder(event.text)) return undefined;
    const day = dayNumber(fields.closeDate.value);
    if (Number.isNaN(day) || day < today || !endsMonth(day, rule.amber)) return undefined;
    return { level: 'amber', numbers: { limit: rule.amber, date: fields.closeDate.value } };
  },
};

import { dayNumber, workdaysBetween } from '../calendar.ts';
import { levelOf, type SignalKind } from './signal.ts';

/**
 * Nothing was heard from the buyer for long. Thresholds are working days. Only the buyer's own moves
 * count: our mails and edits do not make a deal fresh.
 */
export const signal: SignalKind = {
  id: 'quiet-buyer',
  clock: true,
  read({ fields, today, calendar, rule }) {
    const { lastContact, lastContactBy } = fields;
    if (lastContact.is !== 'value') return undefined;
    if (lastContactBy.is !== 'value' || lastContactBy.value !== 'buyer') return undefined;
    const days = workdaysBetween(dayNumber(lastContact.value), today, calendar);
    const level = levelOf(days, rule);
    return level && { level, numbers: { days, limit: rule.amber, since: lastContact.value } };
  },
};

import type { SignalResult } from './assessment.ts';
import { dayNumber } from './calendar.ts';
import type { Moment } from './condition.ts';
import type { Fields } from './deal.ts';
import { isDecided, noteFault, type Run } from './run.ts';

/** A deal younger than this, in calendar days, is never flagged. */
const YOUNG = 3;

/**
 * The signals that a deal raises, red before amber. None on a decided, parked or very young deal; a meeting
 * ahead with the buyer stops the clocks, and leaves the signals on dates and amounts.
 */
export function readSignals(run: Run): SignalResult[] {
  const { deal, playbook, rules, faults } = run;
  const { fields } = run.facts;
  const { moment } = rules;
  if (rules.signals.length === 0 || isDecided(run.category) || isYoung(fields, moment.today))
    return [];
  const clockStopped = hasMeetingAhead(fields, moment);
  const input = {
    fields,
    answers: deal.answers,
    history: deal.history,
    since: deal.historySince,
    today: moment.today,
    calendar: moment.calendar,
    norms: playbook.norms,
    windowDays: moment.windowEnd - moment.today,
  };
  const results: SignalResult[] = [];
  for (const { rule, kind } of rules.signals) {
    if (clockStopped && kind.clock) continue;
    try {
      const sign = kind.read({ ...input, rule });
      if (sign) results.push({ rule, ...sign });
    } catch (error) {
      noteFault(rule.id, error, faults);
    }
  }
  return results.sort((a, b) => Number(b.level === 'red') - Number(a.level === 'red'));
}

const isYoung = ({ created }: Fields, today: number): boolean =>
  created.is === 'value' && today - dayNumber(created.value) < YOUNG;

/** A meeting counts from today up to the end of the window. */
function hasMeetingAhead({ nextMeeting }: Fields, { today, windowEnd }: Moment): boolean {
  if (nextMeeting.is !== 'value') return false;
  const day = dayNumber(nextMeeting.value);
  return day >= today && day <= windowEnd;
}

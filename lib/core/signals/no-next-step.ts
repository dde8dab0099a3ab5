import { dayNumber } from '../calendar.ts';
import { isPlaceholder } from '../placeholder.ts';
import { levelOf, type Sign, type SignalKind } from './signal.ts';

/**
 * Nobody owns tomorrow: there is no next step (amber), or its date has passed by `red` calendar days. A
 * placeholder is no next step; a step that could not be read raises nothing.
 */
export const signal: SignalKind = {
  id: 'no-next-step',
  clock: true,
  read({ fields, today, rule }): Sign | undefined {
    const { nextStep, nextStepDate } = fields;
    if (nextStep.is === 'unknown') return undefined;
    if (nextStep.is === 'empty' || isPlaceholder(nextStep.value)) {
      return { level: 'amber', numbers: { missing: 1 } };
    }
    if (nextStepDate.is !== 'value') return undefined;
    const days = today - dayNumber(nextStepDate.value);
    const level = days > 0 ? levelOf(days, rule) : undefined;
    return level && { level, numbers: { days, limit: rule.red, date: nextStepDate.value } };
  },
};

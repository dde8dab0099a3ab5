import { dayNumber } from '../calendar.ts';
import { levelOf, type SignalKind } from './signal.ts';

/**
 * The deal stays in one stage for long. Thresholds are calendar days. Where the day of entry is not
 * known and no move was seen since history began, the deal has been there at least since then.
 */
export const signal: SignalKind = {
  id: 'stuck-in-stage',
  clock: true,
  read({ fields, history, since, today, rule }) {
    if (fields.stage.is !== 'value') return undefined;
    const moved = history.some((change) => change.field === 'stage');
    const entered =
      fields.stageEntered.is === 'value' ? fields.stageEntered.value : moved ? undefined : since;
    if (entered === undefined) return undefined;
    const days = today - dayNumber(entered);
    const level = levelOf(days, rule);
    const stage = fields.stage.value.label;
    return level && { level, numbers: { days, limit: rule.amber, since: entered, stage } };
  },
};

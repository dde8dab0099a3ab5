import { pushesIn } from '../history.ts';
import { levelOf, type Sign, type SignalKind } from './signal.ts';

/** One push further than this, in calendar days, is a signal by itself; and further than eight weeks a red one. */
const LONG_PUSH = 30;
const VERY_LONG_PUSH = 56;

/** The close date moved later again and again, or very far at once. Thresholds are numbers of pushes. */
export const signal: SignalKind = {
  id: 'date-moves',
  clock: false,
  read({ fields, history, since, rule }): Sign | undefined {
    const pushes = pushesIn(history);
    const count = fields.pushes.is === 'value' ? fields.pushes.value : pushes.length;
    const longest = Math.max(0, ...pushes.map(({ days }) => days));
    const byCount = levelOf(count, rule);
    const byLength = longest > VERY_LONG_PUSH ? 'red' : longest > LONG_PUSH ? 'amber' : undefined;
    const level = byCount === 'red' || byLength === 'red' ? 'red' : (byCount ?? byLength);
    if (!level) return undefined;
    return { level, numbers: { count, limit: rule.amber, longest, since: since ?? '' } };
  },
};

import { dayNumber } from '../calendar.ts';
import { addDecimal, compareDecimal, isDecimal } from '../money.ts';
import type { Change } from '../records.ts';
import type { Sign, SignalKind } from './signal.ts';

/** Calendar days that it looks back. */
const LOOK_BACK = 10;

/** The stage moved back, or the amount fell by `amber` percent or more, in the last ten calendar days. Red from `red` percent. */
export const signal: SignalKind = {
  id: 'going-backwards',
  clock: false,
  read({ history, today, rule }): Sign | undefined {
    const recent = history.filter(
      ({ day }) => today - dayNumber(day) <= LOOK_BACK && dayNumber(day) <= today,
    );
    const back = recent.filter(isStageBack).at(-1);
    const drop = amountDrop(recent);
    const dropped = drop !== undefined && drop.percent >= rule.amber ? drop : undefined;
    if (!back && !dropped) return undefined;
    const red = dropped !== undefined && rule.red > 0 && dropped.percent >= rule.red;
    const stage = back ? { stageFrom: back.from ?? '', stageTo: back.to ?? '' } : {};
    return { level: red ? 'red' : 'amber', numbers: { within: LOOK_BACK, ...stage, ...dropped } };
  },
};

const isStageBack = ({ field, fromOrder, toOrder }: Change): boolean =>
  field === 'stage' && fromOrder !== undefined && toOrder !== undefined && toOrder < fromOrder;

/** The fall from the first amount in the changes to the last one, in percent; undefined when it did not fall. */
function amountDrop(
  recent: readonly Change[],
): { percent: number; from: string; to: string } | undefined {
  const amounts = recent.filter(({ field }) => field === 'amount');
  const from = amounts[0]?.from;
  const to = amounts.at(-1)?.to;
  if (!from || !to || !isDecimal(from) || !isDecimal(to)) return undefined;
  if (compareDecimal(from, '0') <= 0 || compareDecimal(to, from) >= 0) return undefined;
  // A percentage to compare with a threshold: a float is exact enough here, the difference is not money.
  const fall = Number(addDecimal(from, to.startsWith('-') ? to.slice(1) : `-${to}`));
  return { percent: Math.floor((fall / Number(from)) * 100), from, to };
}

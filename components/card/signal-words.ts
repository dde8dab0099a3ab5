import type { SignalResult } from '../../lib/core/assessment.ts';
import type { Words } from '../../lib/app/words.ts';
import type { Format } from './format.ts';

type Numbers = SignalResult['numbers'];
interface Saying {
  readonly t: Words;
  readonly fmt: Format;
  /** The deal's currency, for amounts that the signal gives as bare decimals. */
  readonly currency: string | undefined;
}

/** What of a signal its sentence is made of. */
export type SpokenSignal = Pick<SignalResult, 'numbers' | 'learnedFrom'> & {
  readonly rule: Pick<SignalResult['rule'], 'id'>;
};

/** A signal's sentence with its numbers, complete over every signal. */
export function signalText(signal: SpokenSignal, saying: Saying): string {
  const { numbers, learnedFrom, rule } = signal;
  const { t, fmt } = saying;
  const learned = learnedFrom !== undefined;
  const days = count(numbers, 'days');
  const limits = [fmt.number(days), fmt.number(count(numbers, 'limit'))];
  switch (rule.id) {
    case 'quiet-buyer':
      return t(learned ? 'signal_quiet_learned' : 'signal_quiet', days, limits);
    case 'stuck-in-stage':
      return t(learned ? 'signal_stuck_learned' : 'signal_stuck', days, [
        ...limits,
        text(numbers, 'stage'),
      ]);
    case 'older-than-we-win':
      return t(learned ? 'signal_old_learned' : 'signal_old', days, limits);
    case 'date-passed':
      return t('signal_passed', days, [fmt.number(days), fmt.date(text(numbers, 'date'))]);
    case 'date-moves':
      return movesText(numbers, saying);
    case 'no-next-step':
      return 'missing' in numbers
        ? t('signal_no_step')
        : t('signal_step_passed', days, [fmt.number(days), fmt.date(text(numbers, 'date'))]);
    case 'month-end-habit':
      return t('signal_month_end', [fmt.date(text(numbers, 'date'))]);
    case 'going-backwards':
      return backwardsText(numbers, saying);
  }
}

const count = (numbers: Numbers, name: string): number => Number(numbers[name] ?? 0);
const text = (numbers: Numbers, name: string): string => String(numbers[name] ?? '');

/** Few pushes and one of them long: the length is what was noticed. */
function movesText(numbers: Numbers, { t, fmt }: Saying): string {
  const times = count(numbers, 'count');
  const longest = count(numbers, 'longest');
  const limit = count(numbers, 'limit');
  if (times < limit && longest > 0) return t('signal_moved_far', longest);
  return t('signal_moved', times, [fmt.number(times), fmt.number(limit)]);
}

function backwardsText(numbers: Numbers, { t, fmt, currency }: Saying): string {
  const within = count(numbers, 'within');
  if (!('percent' in numbers)) return t('signal_stage_back', [within]);
  const money = (name: string): string => {
    const amount = text(numbers, name);
    return currency === undefined ? fmt.number(amount) : fmt.money({ amount, currency });
  };
  const key = 'stageTo' in numbers ? 'signal_back_and_down' : 'signal_amount_down';
  return t(key, [fmt.number(count(numbers, 'percent')), money('from'), money('to'), within]);
}

/** Where the threshold comes from. */
export const thresholdText = ({ learnedFrom }: SignalResult, t: Words): string =>
  learnedFrom === undefined ? t('signal_default') : t('signal_learned', learnedFrom);

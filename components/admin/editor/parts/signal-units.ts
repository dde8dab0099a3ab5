import type { MessageKey } from '../../../../lib/app/words.ts';
import type { SignalRule } from '../../../../lib/core/playbook.ts';
import type { SignalId } from '../../../../lib/core/signals/ids.ts';
import type { Say } from '../../../options/say.ts';

/** What a signal's thresholds are, as lib/core/signals/<id>.ts takes them. */
export interface SignalUnit {
  /** What is measured, and from when on. */
  readonly what: MessageKey;
  /** What the numbers count, behind an input. */
  readonly unit: MessageKey;
  /** A number of them, in a sentence. */
  readonly many: MessageKey;
  /** A hundred times the rule's own number is shown: its factors are told in percent. */
  readonly factor: 1 | 100;
  /** The signal can turn red. */
  readonly red: boolean;
  /** The largest number that makes sense. */
  readonly max: number;
}

const DAYS = { factor: 1, red: true, max: 3650 } as const;
const WORKING = { ...DAYS, unit: 'parts_unit_working', many: 'parts_many_working' } as const;
const CALENDAR = { ...DAYS, unit: 'parts_unit_calendar', many: 'parts_many_calendar' } as const;

/** What the numbers of each signal count. */
export const SIGNAL_UNITS: Readonly<Record<SignalId, SignalUnit>> = {
  'quiet-buyer': { ...WORKING, what: 'parts_signal_quiet' },
  'stuck-in-stage': { ...CALENDAR, what: 'parts_signal_stuck' },
  'older-than-we-win': {
    what: 'parts_signal_old',
    unit: 'parts_unit_cycle',
    many: 'parts_many_cycle',
    factor: 100,
    red: true,
    max: 10_000,
  },
  'date-passed': { ...CALENDAR, what: 'parts_signal_passed' },
  'date-moves': {
    what: 'parts_signal_moves',
    unit: 'parts_unit_moves',
    many: 'parts_many_moves',
    factor: 1,
    red: true,
    max: 100,
  },
  'no-next-step': { ...CALENDAR, what: 'parts_signal_step' },
  'month-end-habit': {
    ...CALENDAR,
    what: 'parts_signal_month',
    unit: 'parts_unit_month',
    red: false,
    max: 28,
  },
  'going-backwards': {
    what: 'parts_signal_back',
    unit: 'parts_unit_percent',
    many: 'parts_many_percent',
    factor: 1,
    red: true,
    max: 100,
  },
};

/** What a signal does, in a line: "Amber from 10 working days, red from 20 working days". */
export function signalLine({ id, amber, red }: SignalRule, { t, fmt }: Say): string {
  const { many, factor, red: reddens } = SIGNAL_UNITS[id];
  const amount = (value: number): string => {
    const shown = Math.round(value * factor);
    return t(many, shown, [fmt.number(shown)]);
  };
  if (id === 'month-end-habit') return t('parts_line_month', amber, [fmt.number(amber)]);
  const never = !reddens || red === 0;
  if (id === 'no-next-step')
    return never ? t('parts_line_step') : t('parts_line_step_red', [amount(red)]);
  return never
    ? t('parts_line_amber', [amount(amber)])
    : t('parts_line_red', [amount(amber), amount(red)]);
}

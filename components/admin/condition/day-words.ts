import type { DayBound, Leaf } from '../../../lib/core/condition-schema.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { Say } from '../../options/say.ts';
import { countWords, GAP } from './value-words.ts';

export type DateLeaf = Extract<Leaf, { day: unknown }>;
type DateOp = DateLeaf['op'];

/** How each way to name a day is said with one operator. */
interface DayKeys {
  readonly window: MessageKey;
  readonly date: MessageKey;
  readonly today: MessageKey;
  readonly ahead: MessageKey;
  readonly aheadWorking: MessageKey;
  readonly ago: MessageKey;
  readonly agoWorking: MessageKey;
}

const KEYS: Readonly<Record<DateOp, DayKeys>> = {
  before: {
    window: 'cond_day_before_window',
    date: 'cond_day_before_date',
    today: 'cond_day_before_today',
    ahead: 'cond_day_before_ahead',
    aheadWorking: 'cond_day_before_ahead_working',
    ago: 'cond_day_before_ago',
    agoWorking: 'cond_day_before_ago_working',
  },
  'on-or-before': {
    window: 'cond_day_by_window',
    date: 'cond_day_by_date',
    today: 'cond_day_by_today',
    ahead: 'cond_day_by_ahead',
    aheadWorking: 'cond_day_by_ahead_working',
    ago: 'cond_day_by_ago',
    agoWorking: 'cond_day_by_ago_working',
  },
  after: {
    window: 'cond_day_after_window',
    date: 'cond_day_after_date',
    today: 'cond_day_after_today',
    ahead: 'cond_day_after_ahead',
    aheadWorking: 'cond_day_after_ahead_working',
    ago: 'cond_day_after_ago',
    agoWorking: 'cond_day_after_ago_working',
  },
  'on-or-after': {
    window: 'cond_day_from_window',
    date: 'cond_day_from_date',
    today: 'cond_day_from_today',
    ahead: 'cond_day_from_ahead',
    aheadWorking: 'cond_day_from_ahead_working',
    ago: 'cond_day_from_ago',
    agoWorking: 'cond_day_from_ago_working',
  },
};

/** A comparison of a date as a clause: "the close date is not later than 10 working days from now". */
export function dayClause({ op, day }: DateLeaf, subject: string, say: Say): string {
  const { t, fmt } = say;
  const keys = KEYS[op];
  if (day === 'window-end') return t(keys.window, [subject]);
  if ('date' in day) return t(keys.date, [subject, day.date === '' ? GAP : fmt.date(day.date)]);
  const { days, unit } = day;
  if (days === 0) return t(keys.today, [subject]);
  const isWorking = unit === 'working';
  const key =
    days < 0
      ? isWorking
        ? keys.agoWorking
        : keys.ago
      : isWorking
        ? keys.aheadWorking
        : keys.ahead;
  return counted(key, days, subject, say);
}

const counted = (key: MessageKey, days: number, subject: string, say: Say): string =>
  say.t(key, days, [countWords(Math.abs(days), say), subject]);

/**
 * Two comparisons of one date that bound it on both sides, as one clause: "the close date is within the next 14
 * days". Undefined where the two are not such a pair.
 */
export function spanClause(
  first: Leaf,
  second: Leaf,
  subject: string,
  say: Say,
): string | undefined {
  if (first.field !== second.field || first.op === second.op) return undefined;
  const from = [first, second].find((leaf) => leaf.op === 'on-or-after');
  const to = [first, second].find((leaf) => leaf.op === 'on-or-before');
  if (from?.op !== 'on-or-after' || to?.op !== 'on-or-before') return undefined;
  if (isToday(from.day)) return nextClause(to.day, subject, say);
  if (!isToday(to.day) || typeof from.day === 'string' || !('days' in from.day)) return undefined;
  const { days, unit } = from.day;
  const key = unit === 'working' ? 'cond_span_last_working' : 'cond_span_last';
  return days < 0 ? counted(key, days, subject, say) : undefined;
}

const isToday = (day: DayBound): boolean =>
  typeof day !== 'string' && 'days' in day && day.days === 0;

function nextClause(day: DayBound, subject: string, say: Say): string | undefined {
  if (day === 'window-end') return say.t('cond_span_window', [subject]);
  if (!('days' in day) || !(day.days > 0)) return undefined;
  const key = day.unit === 'working' ? 'cond_span_next_working' : 'cond_span_next';
  return counted(key, day.days, subject, say);
}

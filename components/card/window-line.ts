import type { Explained } from '../../lib/core/assessment.ts';
import type { MessageKey, Words } from '../../lib/app/words.ts';
import type { Format } from './format.ts';
import { CATEGORY_KEYS, STANDING_KEYS } from './labels.ts';

/** The standing in words; a decided deal says how it was decided. */
export function standingText({ standing, category }: Explained, t: Words): string {
  const decided = category.is === 'value' ? category.value : undefined;
  if (decided === 'won') return t('standing_won');
  if (decided === 'lost') return t('standing_lost');
  return t(STANDING_KEYS[standing]);
}

/** True for a deal that is won or lost: nothing is left to ask. */
export const isDecided = ({ category }: Explained): boolean =>
  category.is === 'value' && (category.value === 'won' || category.value === 'lost');

/** Where the close date lies in the window; a parked deal says until when it sleeps. */
export function windowLine({ window, parked }: Explained, t: Words, fmt: Format): string {
  if (parked) return t('window_parked', [fmt.date(parked.until), parked.reason]);
  const { closesIn, days } = window;
  if (closesIn.is === 'empty') return t('window_no_date', [days]);
  if (closesIn.is === 'unknown') return t('window_unknown', [days]);
  if (closesIn.value === 0) return t('window_today', [days]);
  if (closesIn.value < 0) return t('window_passed', -closesIn.value);
  return t('window_in', closesIn.value, [fmt.number(closesIn.value), days]);
}

/** Where the length of the window comes from. */
export function windowBasis({ window }: Explained, t: Words): string {
  switch (window.basis) {
    case 'learned':
      return t('window_learned', window.deals);
    case 'default':
      return t('window_default');
    case 'set':
      return t('window_set');
  }
}

const DECIDED_KEYS = {
  won: 'standing_won_line',
  lost: 'standing_lost_line',
} as const satisfies Record<string, MessageKey>;

/** What the category means for the standing, or why it is not known. */
export function categoryLine({ standing, category }: Explained, t: Words): string {
  if (category.is === 'unknown' && category.reason === 'not-mapped' && category.saw !== undefined) {
    return t('standing_unknown_stage', [category.saw]);
  }
  if (category.is !== 'value') return t('standing_unknown_category');
  const { value } = category;
  if (value === 'won' || value === 'lost') return t(DECIDED_KEYS[value]);
  if (standing === 'none') return t('standing_none_line', [t(CATEGORY_KEYS[value])]);
  return value === 'commit' ? t('standing_commit') : t('standing_in', [t(CATEGORY_KEYS[value])]);
}

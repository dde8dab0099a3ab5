import { isDecimal } from '../../../lib/core/money.ts';
import type { Say } from '../../options/say.ts';
import { CATEGORY_KEYS, isCategory } from '../../card/labels.ts';
import { quoted } from './fact-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Stands where something is still to be filled in. */
export const GAP = '…';

/** The number of decimals that an amount shows with its currency; one with more is shown without. */
const CENTS = /^-?\d+(\.\d{1,2})?$/;

/** A threshold of a number, as the field writes its values: "50,000", "€50,000", "60%". */
export function numberWords(field: string, value: string, playbook: Vocabulary, say: Say): string {
  const { t, fmt } = say;
  if (value.trim() === '') return GAP;
  if (!isDecimal(value)) return quoted(value, say);
  if (field === 'probability') return t('cond_percent', [fmt.number(value)]);
  const [currency, ...others] = playbook.currencies;
  const isPlain = field !== 'amount' || currency === undefined || others.length > 0;
  return isPlain || !CENTS.test(value) ? fmt.number(value) : fmt.money({ amount: value, currency });
}

/** A text that a fact is compared with: a category and a side in our words, anything else in quotes. */
export function textWords(field: string, value: string, say: Say): string {
  if (value.trim() === '') return GAP;
  return wordOf(field, value, say) ?? quoted(value, say);
}

/** Our own word for a value of a fact that has a few; undefined for any other. */
export function wordOf(field: string, value: string, { t }: Say): string | undefined {
  if (field === 'forecastCategory' && isCategory(value)) return t(CATEGORY_KEYS[value]);
  if (field !== 'lastContactBy') return undefined;
  if (value === 'buyer') return t('side_buyer');
  return value === 'us' ? t('cond_side_us') : undefined;
}

/** Several texts as one list. */
export const listWords = (field: string, values: readonly string[], say: Say): string =>
  values.length === 0 ? GAP : say.fmt.list(values.map((value) => textWords(field, value, say)));

/** A count, or a gap where it is still to be filled in. */
export const countWords = (value: number | null, { fmt }: Say): string =>
  typeof value === 'number' && Number.isFinite(value) ? fmt.number(value) : GAP;

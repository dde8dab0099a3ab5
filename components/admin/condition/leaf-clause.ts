import type { Leaf } from '../../../lib/core/condition-schema.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { Say } from '../../options/say.ts';
import { dayClause } from './day-words.ts';
import { factInSentence } from './fact-words.ts';
import { countWords, listWords, numberWords, textWords } from './value-words.ts';
import type { Vocabulary } from './vocabulary.ts';

type Evidence = Extract<Leaf, { op: 'evidence' }>;
type Counted = Extract<Leaf, { op: 'count-at-least' | 'count-at-most' }>;

/** One comparison as a clause that can stand by itself: "the amount is at least 50,000". Complete over every operator. */
export function leafClause(leaf: Leaf, playbook: Vocabulary, say: Say): string {
  const { t } = say;
  const { field } = leaf;
  const subject = factInSentence(field, playbook, say);
  const number = (value: string): string => numberWords(field, value, playbook, say);
  const plain = (key: MessageKey, value: string): string => t(key, [subject, value]);
  switch (leaf.op) {
    case 'is-set':
      return t('cond_say_set', [subject]);
    case 'is-empty':
      return t('cond_say_empty', [subject]);
    case 'evidence':
      return evidenceClause(leaf, subject, say);
    case 'is':
    case 'is-not':
    case 'contains':
    case 'includes':
      return plain(TEXT_KEYS[leaf.op], textWords(field, leaf.value, say));
    case 'one-of':
    case 'none-of':
    case 'includes-any':
    case 'includes-all': {
      const keys = LIST_KEYS[leaf.op];
      const key = leaf.value.length === 1 ? keys.one : keys.several;
      return plain(key, listWords(field, leaf.value, say));
    }
    case 'equals':
    case 'differs':
    case 'more-than':
    case 'at-least':
    case 'less-than':
    case 'at-most':
      return plain(NUMBER_KEYS[leaf.op], number(leaf.value));
    case 'between':
      return t('cond_say_between', [subject, number(leaf.low), number(leaf.high)]);
    case 'currency-in':
      return currencyClause(leaf.value, subject, say);
    case 'before':
    case 'on-or-before':
    case 'after':
    case 'on-or-after':
      return dayClause(leaf, subject, say);
    case 'count-at-least':
    case 'count-at-most':
      return countClause(leaf, subject, say);
  }
}

const TEXT_KEYS = {
  is: 'cond_say_is',
  'is-not': 'cond_say_is_not',
  contains: 'cond_say_contains',
  includes: 'cond_say_includes',
} as const;

/** A list of one reads like the one. */
const LIST_KEYS = {
  'one-of': { one: 'cond_say_is', several: 'cond_say_one_of' },
  'none-of': { one: 'cond_say_is_not', several: 'cond_say_none_of' },
  'includes-any': { one: 'cond_say_includes', several: 'cond_say_includes_any' },
  'includes-all': { one: 'cond_say_includes', several: 'cond_say_includes_all' },
} as const;

const NUMBER_KEYS = {
  equals: 'cond_say_equals',
  differs: 'cond_say_differs',
  'more-than': 'cond_say_more',
  'at-least': 'cond_say_at_least',
  'less-than': 'cond_say_less',
  'at-most': 'cond_say_at_most',
} as const;

function evidenceClause({ minWords, maxAge }: Evidence, subject: string, say: Say): string {
  const { t } = say;
  const clause =
    minWords === undefined
      ? t('cond_say_evidence', [subject])
      : t('cond_say_evidence_words', minWords, [countWords(minWords, say), subject]);
  if (maxAge === undefined) return clause;
  if (maxAge === 'playbook') return t('cond_say_age_playbook', [clause]);
  return t('cond_say_age_days', maxAge, [countWords(maxAge, say), clause]);
}

function currencyClause(codes: readonly string[], subject: string, { t, fmt }: Say): string {
  if (codes.length === 0) return t('cond_say_currency_playbook', [subject]);
  const key = codes.length === 1 ? 'cond_say_currency' : 'cond_say_currencies';
  return t(key, [subject, fmt.list(codes)]);
}

function countClause({ op, value }: Counted, subject: string, say: Say): string {
  const key = op === 'count-at-least' ? 'cond_say_count_least' : 'cond_say_count_most';
  return say.t(key, value, [countWords(value, say), subject]);
}

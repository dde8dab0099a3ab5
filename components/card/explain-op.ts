import type { Finding } from '../../lib/core/assessment.ts';
import type { Leaf } from '../../lib/core/condition-schema.ts';
import { CATEGORY_KEYS, isCategory } from './labels.ts';
import { clip, isHeaded, labelOf, limitText, valueText, type Explaining } from './explain-value.ts';

type DateLeaf = Extract<Leaf, { day: unknown }>;

/** A comparison that holds: what stands there, and for the close date that it lies in the window. */
export function holdsSentence(finding: Finding, on: Explaining): string {
  const { leaf, limit } = finding;
  const label = labelOf(leaf.field, on);
  if (leaf.op === 'is-empty') return on.t('read_is_empty', [label]);
  const value = valueText(finding, on);
  if ('day' in leaf && leaf.day === 'window-end' && limit !== undefined) {
    return leaf.op === 'before' || leaf.op === 'on-or-before'
      ? on.t('read_in_window', [label, value])
      : on.t('read_past_window', [label, value, on.fmt.day(limit)]);
  }
  return leaf.op === 'evidence' && isHeaded(label, on) ? value : on.t('read_value', [label, value]);
}

/** A comparison that does not hold: what was read, and what the gate looks for. Complete over every operator. */
export function missesSentence(finding: Finding, on: Explaining): string {
  const { leaf } = finding;
  const { t } = on;
  const label = labelOf(leaf.field, on);
  const value = valueText(finding, on);
  switch (leaf.op) {
    case 'is-set':
    case 'evidence':
      return t('read_value', [label, value]);
    case 'is-empty':
      return t('read_filled', [label]);
    case 'is-not':
    case 'none-of':
      return t('read_leaves_out', [label, value]);
    case 'currency-in':
      return t('read_other_currency_plain', [label, value]);
    case 'before':
    case 'on-or-before':
    case 'after':
    case 'on-or-after':
      return dateSentence(finding, leaf, on);
    case 'equals':
    case 'differs':
    case 'more-than':
    case 'at-least':
    case 'less-than':
    case 'at-most':
    case 'between':
    case 'is':
    case 'contains':
    case 'one-of':
    case 'includes':
    case 'includes-any':
    case 'includes-all':
    case 'count-at-least':
    case 'count-at-most':
      return t('read_wants', [label, value, wanted(leaf, finding, on)]);
  }
}

type Wanting = Exclude<
  Leaf,
  DateLeaf | { op: 'is-set' | 'evidence' | 'is-empty' | 'is-not' | 'none-of' | 'currency-in' }
>;

/** What the gate looks for, to stand at the end of a sentence. */
function wanted(leaf: Wanting, { read }: Finding, on: Explaining): string {
  const { t } = on;
  const value = read.is === 'value' ? read.value : undefined;
  const limit = (decimal: string): string => limitText(decimal, value, on);
  switch (leaf.op) {
    case 'equals':
      return t('want_equals', [limit(leaf.value)]);
    case 'differs':
      return t('want_differs', [limit(leaf.value)]);
    case 'more-than':
      return t('want_more', [limit(leaf.value)]);
    case 'at-least':
      return t('want_at_least', [limit(leaf.value)]);
    case 'less-than':
      return t('want_less', [limit(leaf.value)]);
    case 'at-most':
      return t('want_at_most', [limit(leaf.value)]);
    case 'between':
      return t('want_between', [limit(leaf.low), limit(leaf.high)]);
    case 'is':
    case 'contains':
    case 'includes':
      return choiceText(leaf.value, on);
    case 'one-of':
    case 'includes-any':
      return leaf.value.length === 1
        ? choicesText(leaf.value, on)
        : t('want_any', [choicesText(leaf.value, on)]);
    case 'includes-all':
      return leaf.value.length === 1
        ? choicesText(leaf.value, on)
        : t('want_all', [choicesText(leaf.value, on)]);
    case 'count-at-least':
      return t('want_count_least', leaf.value);
    case 'count-at-most':
      return t('want_count_most', leaf.value);
  }
}

const choiceText = (value: string, { t }: Explaining): string =>
  isCategory(value) ? t(CATEGORY_KEYS[value]) : t('want_text', [clip(value)]);

const choicesText = (values: readonly string[], on: Explaining): string =>
  on.fmt.list(values.map((value) => choiceText(value, on)));

/** A date on the wrong side of its bound, in the words that suit the bound: the window, today, or so many days. */
function dateSentence(finding: Finding, leaf: DateLeaf, on: Explaining): string {
  const { t, fmt } = on;
  const label = labelOf(leaf.field, on);
  const value = valueText(finding, on);
  const late = leaf.op === 'before' || leaf.op === 'on-or-before';
  const limit = fmt.day(finding.limit ?? '');
  if (leaf.day === 'window-end') {
    return t(late ? 'read_past_window' : 'read_before_window', [label, value, limit]);
  }
  if ('days' in leaf.day) {
    const { days, unit } = leaf.day;
    if (days === 0) return t(late ? 'read_to_come' : 'read_passed', [label, value]);
    if (late && days > 0) {
      const key = unit === 'working' ? 'read_far_off_working' : 'read_far_off';
      return t(key, days, [days, label, value]);
    }
    if (!late && days < 0) {
      const key = unit === 'working' ? 'read_long_ago_working' : 'read_long_ago';
      return t(key, -days, [-days, label, value]);
    }
  }
  return t(late ? 'read_after' : 'read_before', [label, value, limit]);
}

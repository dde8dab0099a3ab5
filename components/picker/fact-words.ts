import type { Fact } from '../../lib/core/fact.ts';
import { FIELDS, type FieldName, type Stage } from '../../lib/core/fields.ts';
import type { Money } from '../../lib/core/money.ts';
import type { Words } from '../../lib/app/words.ts';
import { clip } from '../card/explain-value.ts';
import type { Format } from '../card/format.ts';

/** What puts things into words. */
export interface Say {
  readonly t: Words;
  readonly fmt: Format;
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value;
const isStage = (value: unknown): value is Stage =>
  typeof value === 'object' && value !== null && 'label' in value;

/** A value as people write it, or why there is none: "€48,000", "empty", "can't read “soon”". */
export function factWords(field: FieldName, fact: Fact<unknown>, { t, fmt }: Say): string {
  if (fact.is === 'empty') return t('picker_empty');
  if (fact.is === 'value') return valueWords(field, fact.value, { t, fmt });
  const saw = clip(fact.saw ?? '');
  if (fact.reason === 'not-on-page') return t('picker_absent');
  if (fact.reason === 'ambiguous')
    return saw === '' ? t('picker_several') : t('picker_ambiguous', [saw]);
  return saw === '' ? t('picker_blank') : t('picker_unreadable', [saw]);
}

function valueWords(field: FieldName, value: unknown, { t, fmt }: Say): string {
  if (isMoney(value)) return fmt.money(value);
  if (isStage(value)) return clip(value.label);
  if (typeof value === 'number') {
    return field === 'probability' ? t('picker_percent', [fmt.number(value)]) : fmt.number(value);
  }
  if (typeof value !== 'string') return '';
  return FIELDS[field] === 'date' ? fmt.date(value) : clip(value);
}

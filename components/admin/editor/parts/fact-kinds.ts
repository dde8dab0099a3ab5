import type { MessageKey } from '../../../../lib/app/words.ts';
import type { FactRule } from '../../../../lib/core/playbook.ts';

/** What the kinds of a team's own facts are called. */
export const FACT_KIND_KEYS: Readonly<Record<FactRule['kind'], MessageKey>> = {
  text: 'parts_kind_text',
  number: 'parts_kind_number',
  money: 'parts_kind_money',
  date: 'parts_kind_date',
  choice: 'parts_kind_choice',
  set: 'parts_kind_set',
};

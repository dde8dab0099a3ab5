import type { MessageKey } from '../../lib/app/words.ts';
import { differences, type Part } from '../../lib/app/options-draft.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import { gateNames, type Say } from './say.ts';

const PART_KEYS: Readonly<Record<Part, MessageKey>> = {
  signals: 'options_part_signals',
  prompts: 'options_part_prompts',
  answers: 'options_part_answers',
  window: 'options_part_window',
  answerAge: 'options_part_answer_age',
  stages: 'options_part_stages',
  country: 'options_part_country',
  currencies: 'options_part_currencies',
  selectors: 'options_part_selectors',
};

interface Props {
  readonly before: Playbook;
  readonly after: Playbook;
  readonly say: Say;
}

/** What one playbook changes of another, gate by gate. */
export function Change({ before, after, say }: Props) {
  const { t, fmt } = say;
  const { added, gone, changed, parts } = differences(before, after);
  const lines = [
    added.length > 0 && t('options_diff_added', [gateNames(added, say)]),
    gone.length > 0 && t('options_diff_gone', [gateNames(gone, say)]),
    changed.length > 0 && t('options_diff_changed', [gateNames(changed, say)]),
    added.length + gone.length + changed.length === 0 && t('options_diff_none'),
    parts.length > 0 &&
      t('options_diff_parts', [fmt.list(parts.map((part) => t(PART_KEYS[part])))]),
  ];
  return (
    <ul className="op-changes">
      {lines.map((line) => line !== false && <li key={line}>{line}</li>)}
    </ul>
  );
}

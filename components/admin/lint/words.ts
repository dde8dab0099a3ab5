import type { MessageKey } from '../../../lib/app/words.ts';
import { isFieldName } from '../../../lib/core/field-path.ts';
import type { LintCode, LintFinding } from '../../../lib/core/lint/finding.ts';
import { FIELD_KEYS } from '../../card/labels.ts';
import type { Say } from '../../options/say.ts';

/** What a sentence names, in its order: $1, $2 … Each is made from the finding's values. */
type Named =
  | 'part'
  | 'parts'
  | 'field'
  | 'from'
  | 'crms'
  | 'date'
  | 'seen'
  | 'low'
  | 'high'
  | 'value'
  | 'message'
  | 'amber'
  | 'red'
  | 'limit'
  | 'length'
  | 'forecast'
  | 'commit';

type Sentence = readonly [key: MessageKey, ...named: Named[]];

/** Every finding has a sentence of its own. */
export const SENTENCES: Readonly<Record<LintCode, Sentence>> = {
  'no-name': ['lint_no_name'],
  'no-why': ['lint_no_why'],
  'no-question': ['lint_no_question'],
  'no-owner': ['lint_no_owner'],
  'no-review-date': ['lint_no_review_date'],
  'no-text': ['lint_no_text', 'part'],
  'no-gates': ['lint_no_gates'],
  'too-long': ['lint_too_long', 'part', 'length', 'limit'],
  'hidden-characters': ['lint_hidden_characters', 'part'],
  incomplete: ['lint_incomplete'],
  shape: ['lint_shape', 'part', 'message'],
  missing: ['lint_missing', 'part'],
  'unknown-part': ['lint_unknown_part', 'part'],
  'too-deep': ['lint_too_deep'],
  'too-many': ['lint_too_many', 'message'],
  'unknown-operator': ['lint_unknown_operator', 'field'],
  'unknown-field': ['lint_unknown_field', 'value'],
  'unknown-answer': ['lint_unknown_answer', 'value'],
  'unknown-fact': ['lint_unknown_fact', 'value'],
  'answer-without-date': ['lint_answer_without_date'],
  'operator-kind': ['lint_operator_kind', 'field'],
  'empty-group': ['lint_empty_group'],
  contradiction: ['lint_contradiction'],
  'always-true': ['lint_always_true'],
  impossible: ['lint_impossible', 'field', 'value'],
  'threshold-order': ['lint_threshold_order', 'red', 'amber'],
  duplicate: ['lint_duplicate'],
  'review-past': ['lint_review_past', 'date'],
  'review-far': ['lint_review_far', 'date'],
  'missing-dutch': ['lint_missing_dutch', 'parts'],
  'beyond-seen': ['lint_beyond_seen', 'field', 'seen', 'low', 'high'],
  'never-amber': ['lint_never_amber', 'amber'],
  'odd-number': ['lint_odd_number', 'value', 'low', 'high'],
  'commit-looser': ['lint_commit_looser', 'commit', 'forecast'],
  'no-prompts': ['lint_no_prompts'],
  unreadable: ['lint_unreadable', 'field', 'crms'],
  'unmapped-fact': ['lint_unmapped_fact', 'crms'],
  'mapped-from-unreadable': ['lint_mapped_from_unreadable', 'field', 'from', 'crms'],
  'gate-off': ['lint_gate_off'],
  'unasked-answer': ['lint_unasked_answer'],
  'never-shown': ['lint_never_shown'],
  blame: ['lint_blame', 'part'],
  leading: ['lint_leading', 'part'],
  'yes-no': ['lint_yes_no', 'part'],
  order: ['lint_order', 'part'],
  'several-questions': ['lint_several_questions', 'part'],
  exclamation: ['lint_exclamation', 'part'],
  ranking: ['lint_ranking', 'part'],
};

/** The parts of a rule that a sentence names. */
const PART_KEYS: Readonly<Record<string, MessageKey>> = {
  name: 'lint_part_name',
  why: 'lint_part_why',
  question: 'lint_part_question',
  how: 'lint_part_how',
  text: 'lint_part_text',
  label: 'lint_part_label',
  hint: 'lint_part_hint',
  date: 'lint_part_date',
  owner: 'lint_part_owner',
  reviewBy: 'lint_part_review_by',
};

/** One finding as one plain sentence or two: what it is, and what mends it. */
export function findingSentence(finding: LintFinding, say: Say): string {
  const [key, ...named] = SENTENCES[finding.code];
  return say.fmt.capital(
    say.t(
      key,
      named.map((name) => worded(name, finding.values, say)),
    ),
  );
}

function worded(name: Named, values: LintFinding['values'], say: Say): string {
  const { t, fmt } = say;
  const value = values[name === 'seen' ? 'value' : name] ?? '';
  switch (name) {
    case 'part':
      return partName(String(value), say);
    case 'parts':
      return fmt.list(linesOf(value).map((part) => partName(part, say)));
    case 'crms':
      return fmt.list(linesOf(value));
    case 'field': {
      const own = fmt.locale.startsWith('nl') ? values.fieldNl : values.fieldEn;
      return own === undefined ? fieldName(String(value), say) : t('want_text', [own]);
    }
    case 'from':
      return fieldName(String(value), say);
    case 'date':
    case 'seen':
    case 'low':
    case 'high':
      // A date stays one, and a number gets its own separators.
      return fmt.number(fmt.date(String(value)));
    case 'message':
    case 'value':
      return String(value);
    case 'amber':
    case 'red':
    case 'limit':
    case 'length':
    case 'forecast':
    case 'commit':
      return fmt.number(value);
  }
}

const linesOf = (value: string | number): string[] => String(value).split('\n');

function partName(part: string, { t }: Say): string {
  const key = Object.hasOwn(PART_KEYS, part) ? PART_KEYS[part] : undefined;
  return key ? t(key) : t('want_text', [part]);
}

function fieldName(field: string, { t }: Say): string {
  if (isFieldName(field)) return t(FIELD_KEYS[field]);
  return t('want_text', [field.replace(/^(?:custom|answer)\./, '')]);
}

import { FIELDS, type FieldName, type Kind } from '../../../lib/core/fields.ts';
import { parseFieldPath } from '../../../lib/core/field-path.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { Say } from '../../options/say.ts';
import { clip } from '../../card/explain-value.ts';
import { FIELD_KEYS } from '../../card/labels.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A deal's own facts inside a sentence, with their article. */
const THE_KEYS: Readonly<Record<FieldName, MessageKey>> = {
  name: 'cond_the_name',
  account: 'cond_the_account',
  owner: 'cond_the_owner',
  amount: 'cond_the_amount',
  stage: 'cond_the_stage',
  probability: 'cond_the_probability',
  forecastCategory: 'cond_the_forecast_category',
  closeDate: 'cond_the_close_date',
  created: 'cond_the_created',
  modified: 'cond_the_modified',
  stageEntered: 'cond_the_stage_entered',
  lastContact: 'cond_the_last_contact',
  lastContactBy: 'cond_the_last_contact_by',
  nextMeeting: 'cond_the_next_meeting',
  nextStep: 'cond_the_next_step',
  nextStepDate: 'cond_the_next_step_date',
  pushes: 'cond_the_pushes',
  contacts: 'cond_the_contacts',
  pipeline: 'cond_the_pipeline',
};

/** What of a playbook tells its facts: a draft's other parts change at every key, these seldom. */
export interface FactSource {
  readonly answers: Playbook['answers'];
  readonly facts?: Playbook['facts'] | undefined;
  readonly mapping?: Playbook['mapping'] | undefined;
}

/** The rule of an answer, by its key. */
const answerRule = (key: string, { answers }: FactSource) =>
  answers.find((rule) => rule.key === key);

/** The rule of a team's own fact, by its key. */
export const factRule = (key: string, { facts }: FactSource) =>
  facts?.find((rule) => rule.key === key);

/** The kind of a fact: undefined for a custom one that nobody has described, and for one that there is not. */
export function kindOf(field: string, playbook: Vocabulary): Kind | undefined {
  const path = parseFieldPath(field);
  if (path === undefined) return undefined;
  if (path.of === 'deal') return FIELDS[path.name];
  return path.of === 'answer' ? path.kind : factRule(path.key, playbook)?.kind;
}

/** What a fact is called in a list: "amount", "Security review", "Security review: booked for". */
export function factLabel(field: string, playbook: FactSource, { t, fmt }: Say): string {
  const path = parseFieldPath(field);
  if (path?.of === 'deal') return fmt.capital(t(FIELD_KEYS[path.name]));
  if (path?.of === 'custom') {
    const rule = factRule(path.key, playbook);
    return rule ? named(fmt.text(rule.label), path.key) : path.key;
  }
  if (path === undefined) return field;
  const rule = answerRule(path.key, playbook);
  const label = rule ? named(fmt.text(rule.label), path.key) : path.key;
  if (path.kind === 'text') return label;
  const date = rule?.date ? fmt.text(rule.date).trim() : '';
  return t('cond_answer_date', [label, date === '' ? t('cond_answer_date_plain') : date]);
}

/** The label, or the key where a draft has no label yet. */
const named = (label: string, key: string): string => (label.trim() === '' ? key : label);

/** A fact inside a sentence: "the amount", "“Security review”", "the date of “Security review”". */
export function factInSentence(field: string, playbook: Vocabulary, say: Say): string {
  const { t } = say;
  const path = parseFieldPath(field);
  if (path?.of === 'deal') return t(THE_KEYS[path.name]);
  if (field.trim() === '') return t('cond_the_none');
  if (path?.of !== 'answer') return quoted(factLabel(field, playbook, say), say);
  const label = quoted(factLabel(`answer.${path.key}`, playbook, say), say);
  return path.kind === 'date' ? t('cond_the_answer_date', [label]) : label;
}

/** A text of somebody's own, in quotes and cut where it is long. */
export const quoted = (text: string, { t }: Say): string => t('want_text', [clip(text)]);

import type { Condition } from '../../../lib/core/condition-schema.ts';
import type {
  AnswerRule,
  Gate,
  Playbook,
  PromptRule,
  SignalRule,
} from '../../../lib/core/playbook.ts';
import { isFieldName } from '../../../lib/core/field-path.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import { FIELD_KEYS } from '../../card/labels.ts';
import { gateSentence } from '../condition/sentence.ts';
import {
  condition,
  day,
  plain,
  texts,
  worded,
  type Listed,
  type Property,
  type Side,
} from './diff-model.ts';

const NEED_KEYS: Readonly<Record<Gate['need']['forecast'], MessageKey>> = {
  required: 'options_need_required',
  advised: 'options_need_advised',
  off: 'options_need_off',
};

/** What every rule that explains itself has. */
const explained = <
  T extends Pick<Gate, 'name' | 'why' | 'owner' | 'reviewBy'>,
>(): readonly Property<T>[] => [
  ...texts<T>('parts_name', ({ name }) => name),
  ...texts<T>('parts_why', ({ why }) => why),
  plain<T>('parts_owner', ({ owner }) => owner),
  day<T>('parts_review_by', ({ reviewBy }) => reviewBy),
];

const need = (bar: keyof Gate['need'], what: MessageKey): Property<Gate> =>
  worded(
    what,
    (gate) => gate.need[bar],
    (gate, { say }) => say.t(NEED_KEYS[gate.need[bar]]),
  );

const nameOf = ({ name, id }: Pick<Gate, 'name' | 'id'>, { say }: Side): string =>
  say.fmt.text(name) || id;

/** The name of an answer of the playbook, or its key where it has none. */
const answerName = (key: string | undefined, { playbook, say }: Side): string => {
  const rule = playbook.answers.find((answer) => answer.key === key);
  return rule ? say.fmt.text(rule.label) : (key ?? '');
};

const fieldName = (field: string | undefined, { say }: Side): string =>
  field !== undefined && isFieldName(field) ? say.t(FIELD_KEYS[field]) : (field ?? '');

const gates: Listed<Gate> = {
  id: 'gates',
  title: 'options_gates',
  list: (playbook) => playbook.gates,
  key: ({ id }) => id,
  name: nameOf,
  about: (gate, { playbook, say }) => gateSentence(gate, playbook, say),
  properties: [
    ...explained<Gate>(),
    need('forecast', 'edit_gate_need_forecast'),
    need('commit', 'edit_gate_need_commit'),
    condition('diff_when', ({ when }) => when),
    condition('edit_gate_test', ({ test }) => test),
    condition('diff_commit_test', ({ commitTest }) => commitTest),
    ...texts<Gate>('parts_question', ({ question }) => question),
    ...texts<Gate>('edit_gate_how', ({ how }) => how),
    worded(
      'diff_answer',
      ({ answer }) => answer,
      ({ answer }, side) => answerName(answer, side),
    ),
    worded(
      'diff_field',
      ({ field }) => field,
      ({ field }, side) => fieldName(field, side),
    ),
  ],
};

const signals: Listed<SignalRule> = {
  id: 'signals',
  title: 'edit_part_signals',
  list: (playbook) => playbook.signals,
  key: ({ id }) => id,
  name: nameOf,
  about: (rule, { say }) => say.fmt.text(rule.why),
  properties: [
    ...explained<SignalRule>(),
    ...texts<SignalRule>('parts_question', ({ question }) => question),
    worded(
      'diff_on',
      ({ on }) => on,
      ({ on }, { say }) => say.t(on ? 'diff_yes' : 'diff_no'),
    ),
    worded(
      'parts_amber',
      ({ amber }) => amber,
      ({ amber }, { say }) => say.fmt.number(amber),
    ),
    worded(
      'parts_red',
      ({ red }) => red,
      ({ red }, { say }) => say.fmt.number(red),
    ),
  ],
};

const prompts: Listed<PromptRule> = {
  id: 'prompts',
  title: 'edit_part_prompts',
  list: (playbook) => playbook.prompts,
  key: ({ id }) => id,
  name: ({ text, id }, { say }) => say.fmt.text(text) || id,
  about: ({ why }, { say }) => say.fmt.text(why),
  properties: [
    ...texts<PromptRule>('parts_question', ({ text }) => text),
    ...texts<PromptRule>('parts_why', ({ why }) => why),
    condition('parts_prompt_when', ({ when }): Condition => when),
  ],
};

const answers: Listed<AnswerRule> = {
  id: 'answers',
  title: 'edit_part_answers',
  list: (playbook: Playbook) => playbook.answers,
  key: ({ key }) => key,
  name: ({ label, key }, { say }) => say.fmt.text(label) || key,
  about: ({ hint }, { say }) => say.fmt.text(hint),
  properties: [
    ...texts<AnswerRule>('parts_label', ({ label }) => label),
    ...texts<AnswerRule>('parts_hint', ({ hint }) => hint),
    ...texts<AnswerRule>('parts_date_label', ({ date }) => date),
    worded(
      'parts_feeds',
      ({ feeds }) => feeds,
      ({ feeds }, side) => fieldName(feeds, side),
    ),
  ],
};

/** The lists of rules that a rep meets, as they are compared. */
export const RULE_LISTS = { gates, signals, prompts, answers } as const;

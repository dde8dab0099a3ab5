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
  ...texts<T>('diff_name', ({ name }) => name),
  ...texts<T>('diff_why', ({ why }) => why),
  plain<T>('diff_owner', ({ owner }) => owner),
  day<T>('diff_review', ({ reviewBy }) => reviewBy),
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
  title: 'diff_gates',
  list: (playbook) => playbook.gates,
  key: ({ id }) => id,
  name: nameOf,
  about: (gate, { playbook, say }) => gateSentence(gate, playbook, say),
  properties: [
    ...explained<Gate>(),
    need('forecast', 'diff_need_forecast'),
    need('commit', 'diff_need_commit'),
    condition('diff_when', ({ when }) => when),
    condition('diff_test', ({ test }) => test),
    condition('diff_commit_test', ({ commitTest }) => commitTest),
    ...texts<Gate>('diff_question', ({ question }) => question),
    ...texts<Gate>('diff_how', ({ how }) => how),
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
  title: 'diff_signals',
  list: (playbook) => playbook.signals,
  key: ({ id }) => id,
  name: nameOf,
  about: (rule, { say }) => say.fmt.text(rule.why),
  properties: [
    ...explained<SignalRule>(),
    ...texts<SignalRule>('diff_question', ({ question }) => question),
    worded(
      'diff_on',
      ({ on }) => on,
      ({ on }, { say }) => say.t(on ? 'diff_yes' : 'diff_no'),
    ),
    worded(
      'diff_amber',
      ({ amber }) => amber,
      ({ amber }, { say }) => say.fmt.number(amber),
    ),
    worded(
      'diff_red',
      ({ red }) => red,
      ({ red }, { say }) => say.fmt.number(red),
    ),
  ],
};

const prompts: Listed<PromptRule> = {
  id: 'prompts',
  title: 'diff_prompts',
  list: (playbook) => playbook.prompts,
  key: ({ id }) => id,
  name: ({ text, id }, { say }) => say.fmt.text(text) || id,
  about: ({ why }, { say }) => say.fmt.text(why),
  properties: [
    ...texts<PromptRule>('diff_question', ({ text }) => text),
    ...texts<PromptRule>('diff_why', ({ why }) => why),
    condition('diff_when_asked', ({ when }): Condition => when),
  ],
};

const answers: Listed<AnswerRule> = {
  id: 'answers',
  title: 'diff_answers',
  list: (playbook: Playbook) => playbook.answers,
  key: ({ key }) => key,
  name: ({ label, key }, { say }) => say.fmt.text(label) || key,
  about: ({ hint }, { say }) => say.fmt.text(hint),
  properties: [
    ...texts<AnswerRule>('diff_label', ({ label }) => label),
    ...texts<AnswerRule>('diff_hint', ({ hint }) => hint),
    ...texts<AnswerRule>('diff_date', ({ date }) => date),
    worded(
      'diff_feeds',
      ({ feeds }) => feeds,
      ({ feeds }, side) => fieldName(feeds, side),
    ),
  ],
};

/** The lists of rules that a rep meets, as they are compared. */
export const RULE_LISTS = { gates, signals, prompts, answers } as const;

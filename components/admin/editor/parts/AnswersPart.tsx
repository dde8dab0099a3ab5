import { useState } from 'react';
import { findingsAt } from '../../../../lib/core/lint/finding.ts';
import type { AnswerRule } from '../../../../lib/core/playbook.ts';
import { BilingualText } from '../../form/BilingualText.tsx';
import { SelectInput } from '../../form/SelectInput.tsx';
import type { PartProps } from '../part.ts';
import { AddNamed } from './AddNamed.tsx';
import { Entry } from './Entry.tsx';
import { PartFindings } from './PartFindings.tsx';
import { editedAt, keyFrom, withoutAt, withPart } from './lists.ts';
import { LabelText, NeededText } from './RuleFields.tsx';
import { RemoveUnlessUsed } from './RemoveUnlessUsed.tsx';
import { UsedBy } from './UsedBy.tsx';
import { useTake } from './use-take.ts';
import { usesOfAnswer } from './uses.ts';

/** What reps answer in Dealside, because the CRM has no field for it. */
export function AnswersPart(props: PartProps) {
  const { desk, draft, change } = props;
  const { say } = desk;
  const [added, setAdded] = useState<string | null>(null);
  const add = (label: string): void => {
    const key = keyFrom(
      label,
      'answer',
      draft.answers.map((each) => each.key),
    );
    setAdded(key);
    const rule: AnswerRule = { key, label: { en: label }, hint: { en: '' } };
    change((now) => ({ ...now, answers: [...now.answers, rule] }));
  };
  return (
    <div className="pt" data-list>
      <p className="op-lead">{say.t('parts_answers_lead')}</p>
      <PartFindings {...props} entries="answers" />
      {draft.answers.length > 0 && (
        <ul className="op-panel pt-list">
          {draft.answers.map((rule, index) => (
            <AnswerRow
              key={rule.key}
              {...props}
              rule={rule}
              index={index}
              fresh={added === rule.key}
            />
          ))}
        </ul>
      )}
      <AddNamed
        say={say}
        label={say.t('parts_answer_new')}
        hint={say.t('parts_key_hint')}
        add={say.t('parts_answer_add')}
        onAdd={add}
      />
    </div>
  );
}

interface RowProps extends PartProps {
  readonly rule: AnswerRule;
  readonly index: number;
  readonly fresh: boolean;
}

function AnswerRow({ desk, draft, change, findings, rest, rule, index, fresh }: RowProps) {
  const { say } = desk;
  const { t, fmt } = say;
  const edit = (make: (old: AnswerRule) => AnswerRule): void => {
    change((now) => ({ ...now, answers: editedAt(now.answers, index, make) }));
  };
  const uses = usesOfAnswer(draft, rule.key, say);
  const take = useTake(change);
  const name = fmt.text(rule.label);
  return (
    <Entry
      say={say}
      title={name}
      line={fmt.text(rule.hint)}
      findings={findingsAt(findings, ['answers', index])}
      onTake={take}
      wanted={rest[0] === rule.key}
      fresh={fresh}
    >
      <p className="op-small">{t('parts_key', [rule.key])}</p>
      <AnswerTexts {...{ say, rule, edit }} />
      <UsedBy say={say} uses={uses} none={t('parts_unused')} />
      <RemoveUnlessUsed
        {...{ say, uses, index }}
        name={name === '' ? rule.key : name}
        count={draft.answers.length}
        onRemove={() => {
          change((now) => ({ ...now, answers: withoutAt(now.answers, index) }));
        }}
      />
    </Entry>
  );
}

interface TextsProps {
  readonly say: PartProps['desk']['say'];
  readonly rule: AnswerRule;
  readonly edit: (make: (old: AnswerRule) => AnswerRule) => void;
}

type Feeds = NonNullable<AnswerRule['feeds']> | '';

function AnswerTexts({ say, rule, edit }: TextsProps) {
  const { t } = say;
  const feeds: Feeds = rule.feeds ?? '';
  return (
    <>
      <LabelText
        say={say}
        value={rule.label}
        onChange={(label) => {
          edit((old) => ({ ...old, label }));
        }}
      />
      <NeededText
        long
        say={say}
        label={t('parts_hint')}
        hint={t('parts_hint_hint')}
        value={rule.hint}
        onChange={(hint) => {
          edit((old) => ({ ...old, hint }));
        }}
      />
      <BilingualText
        say={say}
        label={t('parts_date_label')}
        hint={t('parts_date_label_hint')}
        value={rule.date}
        onChange={(date) => {
          edit((old) => withPart(old, 'date', date));
        }}
      />
      <SelectInput<Feeds>
        say={say}
        label={t('parts_feeds')}
        hint={t('parts_feeds_hint')}
        value={feeds}
        wrong={feeds !== '' && !rule.date ? t('parts_feeds_date') : undefined}
        choices={[
          { value: '', label: t('parts_feeds_none') },
          { value: 'nextStep', label: t('parts_feeds_next_step') },
          { value: 'lastContact', label: t('parts_feeds_last_contact') },
        ]}
        onChange={(next) => {
          edit((old) => withPart(old, 'feeds', next === '' ? undefined : next));
        }}
      />
    </>
  );
}

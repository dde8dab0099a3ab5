import { useState } from 'react';
import { findingsAt } from '../../../../lib/core/lint/finding.ts';
import type { PromptRule } from '../../../../lib/core/playbook.ts';
import type { Say } from '../../../options/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConditionBuilder } from '../../condition/ConditionBuilder.tsx';
import { conditionSentence } from '../../condition/sentence.ts';
import { moved, RowActions } from '../../form/RowActions.tsx';
import type { PartProps } from '../part.ts';
import { Entry } from './Entry.tsx';
import { PartFindings } from './PartFindings.tsx';
import { editedAt, freshId, withoutAt } from './lists.ts';
import { QuestionText, WhyText } from './RuleFields.tsx';
import { useTake } from './use-take.ts';

/** Coaching questions that stand by themselves, in the order in which they are asked. */
export function PromptsPart(props: PartProps) {
  const { desk, draft, change } = props;
  const { t } = desk.say;
  const [added, setAdded] = useState<string | null>(null);
  const add = (): void => {
    const id = freshId(
      'prompt',
      draft.prompts.map((each) => each.id),
    );
    setAdded(id);
    const rule: PromptRule = { id, text: { en: '' }, why: { en: '' }, when: { all: [] } };
    change((now) => ({ ...now, prompts: [...now.prompts, rule] }));
  };
  return (
    <div className="pt" data-list>
      <p className="op-lead">{t('parts_prompts_lead')}</p>
      <PartFindings {...props} entries="prompts" />
      {draft.prompts.length > 0 && (
        <ul className="op-panel pt-list">
          {draft.prompts.map((rule, index) => (
            <PromptRow
              key={rule.id}
              {...props}
              rule={rule}
              index={index}
              fresh={added === rule.id}
            />
          ))}
        </ul>
      )}
      <div className="op-actions">
        <Button data-add onClick={add}>
          {t('parts_prompt_add')}
        </Button>
      </div>
    </div>
  );
}

interface RowProps extends PartProps {
  readonly rule: PromptRule;
  readonly index: number;
  readonly fresh: boolean;
}

function PromptRow(props: RowProps) {
  const { desk, draft, change, known, findings, rest, rule, index, fresh } = props;
  const { say, says } = desk;
  const { t, fmt } = say;
  const edit = (part: Partial<PromptRule>): void => {
    change((now) => ({
      ...now,
      prompts: editedAt(now.prompts, index, (old) => ({ ...old, ...part })),
    }));
  };
  const take = useTake(change);
  const name = fmt.text(rule.text);
  return (
    <Entry
      say={say}
      title={name}
      line={conditionSentence(rule.when, draft, say)}
      findings={findingsAt(findings, ['prompts', index])}
      onTake={take}
      wanted={rest[0] === rule.id}
      fresh={fresh}
    >
      <PromptTexts say={say} rule={rule} onChange={edit} />
      <ConditionBuilder
        label={t('parts_prompt_when')}
        value={rule.when}
        onChange={(when) => {
          edit({ when });
        }}
        {...{ known, say, says }}
        playbook={draft}
      />
      <RowActions
        say={say}
        name={name === '' ? rule.id : name}
        index={index}
        count={draft.prompts.length}
        onMove={(to) => {
          change((now) => ({ ...now, prompts: moved(now.prompts, index, to) }));
        }}
        onRemove={() => {
          change((now) => ({ ...now, prompts: withoutAt(now.prompts, index) }));
        }}
      />
    </Entry>
  );
}

interface TextsProps {
  readonly say: Say;
  readonly rule: PromptRule;
  readonly onChange: (part: Partial<PromptRule>) => void;
}

function PromptTexts({ say, rule, onChange }: TextsProps) {
  return (
    <>
      <QuestionText
        say={say}
        value={rule.text}
        onChange={(text) => {
          onChange({ text });
        }}
      />
      <WhyText
        say={say}
        value={rule.why}
        onChange={(why) => {
          onChange({ why });
        }}
      />
    </>
  );
}

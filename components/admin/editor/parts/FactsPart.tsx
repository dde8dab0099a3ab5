import { useState } from 'react';
import { findingsAt } from '../../../../lib/core/lint/finding.ts';
import type { FactRule } from '../../../../lib/core/playbook.ts';
import { hashOf } from '../../../options/routes.ts';
import { Button } from '../../../ui/Button.tsx';
import { SelectInput } from '../../form/SelectInput.tsx';
import type { PartProps } from '../part.ts';
import { AddNamed } from './AddNamed.tsx';
import { Choices } from './Choices.tsx';
import { Entry } from './Entry.tsx';
import { FACT_KIND_KEYS } from './fact-kinds.ts';
import { PartFindings } from './PartFindings.tsx';
import { editedAt, keyFrom, withoutAt, withPart } from './lists.ts';
import { LabelText } from './RuleFields.tsx';
import { RemoveUnlessUsed } from './RemoveUnlessUsed.tsx';
import { UsedBy } from './UsedBy.tsx';
import { useTake } from './use-take.ts';
import { usesOfFact } from './uses.ts';

const KINDS = Object.keys(FACT_KIND_KEYS) as FactRule['kind'][];

/** Facts that most teams tell their deals apart by, under the keys by which the cards find them. */
const SUGGESTED: readonly FactRule[] = [
  { key: 'product', label: { en: 'Product', nl: 'Product' }, kind: 'choice' },
  {
    key: 'dealType',
    label: { en: 'New or renewal', nl: 'Nieuw of verlenging' },
    kind: 'choice',
    choices: ['New', 'Renewal'],
  },
  { key: 'competitor', label: { en: 'Competitor', nl: 'Concurrent' }, kind: 'choice' },
];

const factsOf = ({ draft }: Pick<PartProps, 'draft'>): readonly FactRule[] => draft.facts ?? [];

/** The team's own facts: what a deal's own fields do not say. */
export function FactsPart(props: PartProps) {
  const { desk, change } = props;
  const { t, fmt } = desk.say;
  const facts = factsOf(props);
  const [added, setAdded] = useState<string | null>(null);
  const add = (rule: FactRule): void => {
    setAdded(rule.key);
    change((now) => ({ ...now, facts: [...(now.facts ?? []), rule] }));
  };
  const keys = facts.map(({ key }) => key);
  const offered = SUGGESTED.filter(({ key }) => !keys.includes(key));
  return (
    <div className="pt" data-list>
      <p className="op-lead">{t('parts_facts_lead')}</p>
      <PartFindings {...props} entries="facts" />
      {facts.length > 0 && (
        <ul className="op-panel pt-list">
          {facts.map((rule, index) => (
            <FactRow
              key={rule.key}
              {...props}
              rule={rule}
              index={index}
              fresh={added === rule.key}
            />
          ))}
        </ul>
      )}
      {offered.length > 0 && (
        <div className="op-actions" role="group" aria-label={t('parts_facts_offered')}>
          <span className="op-small" aria-hidden="true">
            {t('parts_facts_offered')}
          </span>
          {offered.map((rule) => (
            <Button
              key={rule.key}
              onClick={() => {
                add(rule);
              }}
            >
              {t('parts_add_named', [fmt.text(rule.label)])}
            </Button>
          ))}
        </div>
      )}
      <AddNamed
        say={desk.say}
        label={t('parts_fact_new')}
        hint={t('parts_key_hint')}
        add={t('parts_fact_add')}
        onAdd={(label) => {
          add({ key: keyFrom(label, 'fact', keys), label: { en: label }, kind: 'choice' });
        }}
      />
    </div>
  );
}

interface RowProps extends PartProps {
  readonly rule: FactRule;
  readonly index: number;
  readonly fresh: boolean;
}

function FactRow({ desk, draft, change, findings, rest, rule, index, fresh }: RowProps) {
  const { say } = desk;
  const { t, fmt } = say;
  const edit = (make: (old: FactRule) => FactRule): void => {
    change((now) => ({ ...now, facts: editedAt(now.facts ?? [], index, make) }));
  };
  const uses = usesOfFact(draft, `custom.${rule.key}`, say);
  const take = useTake(change);
  const name = fmt.text(rule.label);
  return (
    <Entry
      say={say}
      title={name}
      line={factLine(rule, say)}
      findings={findingsAt(findings, ['facts', index])}
      onTake={take}
      wanted={rest[0] === rule.key}
      fresh={fresh}
    >
      <p className="op-small">
        {t('parts_key', [`custom.${rule.key}`])}{' '}
        <a href={hashOf('fields')}>{t('parts_fact_source')}</a>
      </p>
      <LabelText
        say={say}
        value={rule.label}
        onChange={(label) => {
          edit((old) => ({ ...old, label }));
        }}
      />
      <SelectInput
        say={say}
        label={t('parts_kind')}
        hint={t('parts_kind_hint')}
        value={rule.kind}
        choices={KINDS.map((kind) => ({ value: kind, label: t(FACT_KIND_KEYS[kind]) }))}
        onChange={(kind) => {
          edit((old) => ({ ...old, kind }));
        }}
      />
      {takesChoices(rule) && <Choices say={say} rule={rule} edit={edit} />}
      <UsedBy say={say} uses={uses} none={t('parts_unused')} />
      <RemoveUnlessUsed
        {...{ say, uses, index }}
        name={name === '' ? rule.key : name}
        count={factsOf({ draft }).length}
        onRemove={() => {
          change((now) => withoutFact(now, index));
        }}
      />
    </Entry>
  );
}

/** The draft without a fact, and without the mappings that said where it comes from. */
function withoutFact(draft: PartProps['draft'], index: number): PartProps['draft'] {
  const facts = draft.facts ?? [];
  const path = `custom.${facts[index]?.key ?? ''}`;
  const mapping = draft.mapping?.filter(({ fact }) => fact !== path);
  return withPart({ ...draft, facts: withoutAt(facts, index) }, 'mapping', mapping);
}

const takesChoices = ({ kind }: FactRule): boolean => kind === 'choice' || kind === 'set';

function factLine(rule: FactRule, { t, fmt }: PartProps['desk']['say']): string {
  const kind = t(FACT_KIND_KEYS[rule.kind]);
  const { choices = [] } = rule;
  return takesChoices(rule) && choices.length > 0 ? `${kind}: ${fmt.list(choices)}` : kind;
}

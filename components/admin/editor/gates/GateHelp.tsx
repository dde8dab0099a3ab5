import { useRef, useState } from 'react';
import { FIELD_NAMES } from '../../../../lib/core/fields.ts';
import type { Gate } from '../../../../lib/core/playbook.ts';
import { FIELD_KEYS } from '../../../card/labels.ts';
import { hashOf } from '../../../options/routes.ts';
import { SelectInput } from '../../form/SelectInput.tsx';
import { AddNamed } from '../parts/AddNamed.tsx';
import { keyFrom, withPart } from '../parts/lists.ts';
import type { GateProps } from './gate.ts';
import { Group } from './Group.tsx';
import { GateFindings } from './GateFindings.tsx';

/** What the card offers a rep to meet the gate with: the CRM's own field, and an answer. */
export function GateHelp(props: GateProps) {
  const { desk, gate, edit } = props;
  const { say } = desk;
  const { t, fmt } = say;
  const fields = FIELD_NAMES.map((value) => ({ value, label: fmt.capital(t(FIELD_KEYS[value])) }));
  return (
    <Group title={t('edit_gate_help')} lead={t('edit_gate_help_text')}>
      <SelectInput<string>
        say={say}
        label={t('edit_gate_field')}
        hint={t('edit_gate_field_hint')}
        value={gate.field ?? ''}
        choices={[{ value: '', label: t('edit_gate_field_none') }, ...fields]}
        onChange={(field) => {
          edit((now) => withPart(now, 'field', field === '' ? undefined : field));
        }}
      />
      <GateFindings {...props} part="field" />
      <Answer {...props} />
      <GateFindings {...props} part="answer" />
    </Group>
  );
}

/** No key of an answer holds a space. */
const NEW = 'a new one';

/** The answer that a rep writes for the gate: none, one that the draft has, or a new one. */
function Answer({ desk, draft, change, gate, index }: GateProps) {
  const { say } = desk;
  const { t, fmt } = say;
  const [making, setMaking] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const with_ = (answer: string | undefined) => (now: Gate, at: number) =>
    at === index ? withPart(now, 'answer', answer) : now;
  const create = (label: string): void => {
    const keys = draft.answers.map(({ key }) => key);
    const key = keyFrom(label, 'answer', keys);
    change((now) => ({
      ...now,
      answers: [...now.answers, { key, label: { en: label }, hint: { en: '' } }],
      gates: now.gates.map(with_(key)),
    }));
    setMaking(false);
    select.current?.focus();
  };
  return (
    <>
      <SelectInput<string>
        ref={select}
        say={say}
        label={t('edit_gate_answer')}
        hint={t('edit_gate_answer_hint')}
        value={making ? NEW : (gate.answer ?? '')}
        choices={[
          { value: '', label: t('edit_gate_answer_none') },
          ...draft.answers.map(({ key, label }) => ({ value: key, label: fmt.text(label) || key })),
          { value: NEW, label: t('edit_gate_answer_new') },
        ]}
        onChange={(answer) => {
          setMaking(answer === NEW);
          if (answer === NEW) return;
          change((now) => ({
            ...now,
            gates: now.gates.map(with_(answer === '' ? undefined : answer)),
          }));
        }}
      />
      {making && (
        <AddNamed
          say={say}
          label={t('edit_gate_answer_name')}
          add={t('edit_gate_answer_add')}
          onAdd={create}
        />
      )}
      {!making && gate.answer !== undefined && (
        <p className="op-small">
          <a href={hashOf('edit', 'answers', gate.answer)}>{t('edit_gate_answer_edit')}</a>
        </p>
      )}
    </>
  );
}

import { useState } from 'react';
import { playbookOf } from '../../../../lib/app/options-model.ts';
import { findingsAt } from '../../../../lib/core/lint/finding.ts';
import type { Gate } from '../../../../lib/core/playbook.ts';
import { hashOf } from '../../../options/routes.ts';
import { moved, RowActions } from '../../form/RowActions.tsx';
import { goTo } from '../go.ts';
import { Marks } from '../Marks.tsx';
import type { PartProps } from '../part.ts';
import { AddNamed } from '../parts/AddNamed.tsx';
import { withoutAt } from '../parts/lists.ts';
import { NEED_KEYS } from './need.ts';
import { copyOf, gateId, newGate } from './gate-new.ts';

/** All gates in their order, which is that of the card; each leads to its own page. */
export function GateList(props: PartProps) {
  const { desk, draft, change } = props;
  const { say } = desk;
  const { t } = say;
  const [said, setSaid] = useState('');
  const inForce = playbookOf(desk.view.inForce);
  const taken = [...draft.gates, ...(inForce?.gates ?? [])].map(({ id }) => id);
  const add = (name: string): void => {
    const id = gateId(name, taken);
    change((now) => ({ ...now, gates: [...now.gates, newGate(name, id, now)] }));
    goTo('edit', 'gates', id);
  };
  return (
    <div data-list>
      <p className="op-lead">{t('edit_gates_lead')}</p>
      {draft.gates.length > 0 && (
        <ol className="op-panel ed-gates">
          {draft.gates.map((gate, index) => (
            <Row key={gate.id} {...props} {...{ gate, index, taken }} onSay={setSaid} />
          ))}
        </ol>
      )}
      <p role="status" className="op-small ed-said">
        {said}
      </p>
      <AddNamed
        say={say}
        label={t('edit_gate_new')}
        hint={t('edit_gate_new_hint')}
        add={t('edit_gate_add')}
        onAdd={add}
      />
    </div>
  );
}

interface RowProps extends PartProps {
  readonly gate: Gate;
  readonly index: number;
  readonly taken: readonly string[];
  readonly onSay: (said: string) => void;
}

function Row({ desk, draft, change, findings, gate, index, taken, onSay }: RowProps) {
  const { say, says } = desk;
  const { t, fmt } = say;
  const name = fmt.text(gate.name) || gate.id;
  const count = draft.gates.length;
  const move = (to: number): void => {
    change((now) => ({ ...now, gates: moved(now.gates, index, to) }));
    onSay(t('edit_gate_moved', [name, to + 1, count]));
  };
  const copy = (): void => {
    const made = copyOf(gate, gateId(gate.name.en, taken), says);
    change((now) => ({ ...now, gates: now.gates.toSpliced(index + 1, 0, made) }));
    onSay(t('edit_gate_copied', [fmt.text(made.name)]));
  };
  const remove = (): void => {
    change((now) => ({ ...now, gates: withoutAt(now.gates, index) }));
    onSay(t('edit_gate_removed', [name]));
  };
  return (
    <li className="ed-gate" data-row>
      <div className="ed-gate-text">
        <h3>
          <a href={hashOf('edit', 'gates', gate.id)}>{name}</a>{' '}
          <Marks say={say} findings={findingsAt(findings, ['gates', index])} />
        </h3>
        <p className="op-small op-needs">
          <span>{t('options_need_forecast', [t(NEED_KEYS[gate.need.forecast])])}</span>
          <span>{t('options_need_commit', [t(NEED_KEYS[gate.need.commit])])}</span>
        </p>
      </div>
      <RowActions
        {...{ say, name, index, count }}
        onMove={move}
        onDuplicate={copy}
        onRemove={remove}
      />
    </li>
  );
}

import { useEffect, useRef } from 'react';
import { findingsAt } from '../../../../lib/core/lint/finding.ts';
import type { Gate } from '../../../../lib/core/playbook.ts';
import { hashOf } from '../../../options/routes.ts';
import type { PartProps } from '../part.ts';
import { editedAt } from '../parts/lists.ts';
import type { GateProps } from './gate.ts';
import { GateCounts } from './GateCounts.tsx';
import { GateHelp } from './GateHelp.tsx';
import { GateKeeper } from './GateKeeper.tsx';
import { GateSentence } from './GateSentence.tsx';
import { GateTest } from './GateTest.tsx';
import { GateTexts } from './GateTexts.tsx';
import { GateFindings } from './GateFindings.tsx';

interface Props extends PartProps {
  readonly gate: Gate;
  readonly index: number;
}

/** One gate, on a page of its own. */
export function GateEditor(props: Props) {
  const { desk, change, findings, gate, index } = props;
  const { say } = desk;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  const own = findingsAt(findings, ['gates', index]);
  const group: GateProps = {
    ...props,
    findings: own,
    edit: (make) => {
      change((now) => ({ ...now, gates: editedAt(now.gates, index, make) }));
    },
  };
  return (
    <div className="ed-one">
      <p>
        <a href={hashOf('edit', 'gates')}>{say.t('edit_gates_all')}</a>
      </p>
      <h3 className="op-name" ref={title} tabIndex={-1}>
        {say.fmt.text(gate.name) || gate.id}{' '}
        <span className="op-tag">{say.t('edit_gate_id', [gate.id])}</span>
      </h3>
      <GateSentence {...group} />
      <GateFindings {...group} part={null} />
      <GateTexts {...group} />
      <GateCounts {...group} />
      <GateTest {...group} />
      <GateHelp {...group} />
      <GateKeeper {...group} />
    </div>
  );
}

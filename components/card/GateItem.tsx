import { useId, useState } from 'react';
import type { GateResult } from '../../lib/core/assessment.ts';
import type { Gate } from '../../lib/core/playbook.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useCard } from './context.ts';
import { readLine } from './explain.ts';
import { reachableField } from './GateActions.tsx';
import { GateBody } from './GateBody.tsx';
import { GateLine } from './GateLine.tsx';
import { isOpen, isWriting } from './use-order.ts';

/** A gate in the list of open ones. When it turns it becomes one line where it stood, unless an answer is being written. */
export function GateItem({ result, openAtFirst }: { result: GateResult; openAtFirst: boolean }) {
  const card = useCard();
  const { fmt, drafts } = card;
  const id = useId();
  const [, redraw] = useState(0);
  const [open, setOpen] = useState(openAtFirst || isWriting(drafts, result.gate.id));
  if (!isOpen(result) && !isWriting(drafts, result.gate.id))
    return <GateLine result={result} turned />;
  return (
    <li className={open ? 'ds-gate ds-gate-open' : 'ds-gate'}>
      <h4 className="ds-heading">
        <button
          type="button"
          className="ds-summary"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => {
            setOpen(!open);
          }}
        >
          <span className={`ds-mark ds-${result.need === 'required' ? 'open' : 'advised'}`}>
            <Icon name="open" />
          </span>
          <span className="ds-summary-text">
            <span className="ds-name">
              {fmt.text(result.gate.name)}
              {result.need === 'advised' && <AdvisedTag />}
            </span>
            <span className="ds-read">{readLine(result, card)}</span>
          </span>
          <span className={open ? 'ds-turn ds-turned' : 'ds-turn'}>
            <Icon name="chevron" />
          </span>
        </button>
      </h4>
      {!open && <QuickGo gate={result.gate} />}
      {open && (
        <div id={id} className="ds-gate-body">
          <GateBody
            result={result}
            onFormClosed={() => {
              redraw((n) => n + 1);
            }}
          />
        </div>
      )}
    </li>
  );
}

/** Marks a gate that is good to have, and that the deal counts without. */
export function AdvisedTag() {
  const { t } = useCard();
  return (
    <span className="ds-tag" title={t('gate_advised_hint')}>
      {t('gate_advised')}
    </span>
  );
}

/** The way to the field of a gate that is folded, in one press. */
function QuickGo({ gate }: { gate: Gate }) {
  const { t, fmt, view, actions } = useCard();
  const field = reachableField(gate, view);
  if (!field) return null;
  return (
    <Button
      look="icon"
      className="ds-quick"
      aria-label={t('gate_go_named', [fmt.text(gate.name)])}
      title={t('gate_go')}
      onClick={() => {
        actions.goToField(field);
      }}
    >
      <Icon name="go" />
    </Button>
  );
}

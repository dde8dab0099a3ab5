import type { RefObject } from 'react';
import type { GateResult } from '../../lib/core/assessment.ts';
import { isFieldName } from '../../lib/core/field-path.ts';
import { Button } from '../ui/Button.tsx';
import { useCard } from './context.ts';

interface Props {
  readonly result: GateResult;
  /** There is an answer already, to be confirmed or changed. */
  readonly answered: boolean;
  readonly answerRef: RefObject<HTMLButtonElement | null>;
  /** Undefined where the gate asks for no answer. */
  readonly onAnswer: (() => void) | undefined;
}

/** What can be done about an open gate. The names say which gate, for whoever hears the buttons alone. */
export function GateActions({ result, answered, answerRef, onAnswer }: Props) {
  const { t, fmt, view, actions } = useCard();
  const { gate } = result;
  const name = fmt.text(gate.name);
  const field = gate.field !== undefined && isFieldName(gate.field) ? gate.field : undefined;
  const reachable = field !== undefined && view.reachable.has(field);
  if (!reachable && !onAnswer) return null;
  const answer = t(answered ? 'gate_answer_again' : 'gate_answer');
  return (
    <div className="ds-actions">
      {reachable && (
        <Button
          aria-label={t('gate_go_named', [name])}
          onClick={() => {
            actions.goToField(field);
          }}
        >
          {t('gate_go')}
        </Button>
      )}
      {onAnswer && (
        <Button ref={answerRef} aria-label={`${answer}: ${name}`} onClick={onAnswer}>
          {answer}
        </Button>
      )}
    </div>
  );
}

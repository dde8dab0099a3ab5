import type { RefObject } from 'react';
import type { CardView } from '../../lib/app/card-model.ts';
import type { GateResult } from '../../lib/core/assessment.ts';
import { isFieldName } from '../../lib/core/field-path.ts';
import type { FieldName } from '../../lib/core/fields.ts';
import type { Gate } from '../../lib/core/playbook.ts';
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
  const field = reachableField(gate, view);
  if (!field && !onAnswer) return null;
  const answer = t(answered ? 'gate_answer_again' : 'gate_answer');
  return (
    <div className="ds-actions">
      {field && (
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

/** The gate's field, where the page has an element for it. */
export function reachableField({ field }: Gate, { reachable }: CardView): FieldName | undefined {
  return field !== undefined && isFieldName(field) && reachable.has(field) ? field : undefined;
}

import type { GateResult } from '../../lib/core/assessment.ts';
import { Button } from '../ui/Button.tsx';
import { AnswerForm, ExceptionForm, useGateForms } from './GateForms.tsx';
import { useCard } from './context.ts';
import { Dispute, gateRule } from './Dispute.tsx';
import { GateActions } from './GateActions.tsx';
import { GateDetails } from './GateDetails.tsx';
import { useReturnFocus } from './use-focus.ts';

interface Props {
  readonly result: GateResult;
  readonly onFormClosed: () => void;
}

/** Why the gate is there, its question, and what can be done about it. */
export function GateBody({ result, onFormClosed }: Props) {
  const { t, fmt, view } = useCard();
  const { gate, need } = result;
  const { rule, answered, answer, exception } = useGateForms(gate);
  const { opener: answerOpener, leave: leaveAnswer } = useReturnFocus(answer.draft.open);
  const { opener: exceptionOpener, leave: leaveException } = useReturnFocus(exception.draft.open);
  const writing = answer.draft.open || exception.draft.open;
  const asked = view.prompt?.id === `gate:${gate.id}`;
  const closing = (leave: (form: HTMLElement | null) => void) => (form: HTMLElement | null) => {
    leave(form);
    onFormClosed();
  };
  return (
    <>
      <p className="ds-quiet">{fmt.text(gate.why)}</p>
      {need === 'advised' && <p className="ds-quiet">{t('gate_advised_hint')}</p>}
      {/* The one question of now stands further down, with room to write: it is not asked twice. */}
      {!asked && <p className="ds-question">{fmt.text(gate.question)}</p>}
      {gate.how && <p className="ds-quiet">{t('gate_meet', [fmt.text(gate.how)])}</p>}
      {answer.draft.open && rule && (
        <AnswerForm gate={gate} rule={rule} handle={answer} onLeave={closing(leaveAnswer)} />
      )}
      {exception.draft.open && (
        <ExceptionForm gate={gate} handle={exception} onLeave={closing(leaveException)} />
      )}
      {!writing && !view.readOnly && (
        <GateActions
          result={result}
          answered={answered}
          answerRef={answerOpener}
          onAnswer={
            rule
              ? () => {
                  answer.set({ open: true });
                }
              : undefined
          }
        />
      )}
      <div className="ds-more">
        {!writing && !view.readOnly && (
          <Button
            look="quiet"
            className="ds-except"
            ref={exceptionOpener}
            aria-label={`${t('gate_exception')}: ${fmt.text(gate.name)}`}
            onClick={() => {
              exception.set({ open: true });
            }}
          >
            {t('gate_exception')}
          </Button>
        )}
        <GateDetails result={result} />
      </div>
      <Dispute rule={gateRule(result)} name={fmt.text(gate.name)} />
    </>
  );
}

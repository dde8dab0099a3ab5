import type { GateResult } from '../../lib/core/assessment.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useCard } from './context.ts';
import { Disputed } from './Dispute.tsx';

/** Gates that are waived on this deal, each with its reason and the last day that it holds. */
export function Exceptions({ gates }: { gates: readonly GateResult[] }) {
  const { t, fmt, view, actions, act } = useCard();
  const waived = gates.flatMap(({ gate, exception }) => (exception ? [{ gate, exception }] : []));
  if (waived.length === 0) return null;
  return (
    <section className="ds-section">
      <h3 className="ds-title">{t('gates_excepted')}</h3>
      <ul className="ds-list">
        {waived.map(({ gate, exception }) => {
          const name = fmt.text(gate.name);
          const end = () => actions.endException(gate.id);
          return (
            <li className="ds-line" key={gate.id}>
              <span className="ds-mark ds-excepted">
                <Icon name="excepted" />
              </span>
              <span className="ds-summary-text">
                <span className="ds-name">{name}</span>
                <span className="ds-read">
                  {t('gate_exception_until', [fmt.date(exception.until), exception.reason])}
                </span>
                {!view.readOnly && (
                  <Button
                    look="quiet"
                    aria-label={t('gate_exception_end_named', [name])}
                    onClick={() => void act(t('save_exception_ended', [name]), end)}
                  >
                    {t('gate_exception_end')}
                  </Button>
                )}
                <Disputed rule={`gate:${gate.id}`} name={name} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

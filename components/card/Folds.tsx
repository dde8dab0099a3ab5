import type { GateResult } from '../../lib/core/assessment.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useCard } from './context.ts';
import { Dispute, gateRule } from './Dispute.tsx';
import { unreadLines } from './explain.ts';
import { AdvisedTag } from './GateItem.tsx';
import { GateLine } from './GateLine.tsx';

interface FoldProps {
  readonly gates: readonly GateResult[];
  readonly openAtFirst?: boolean;
}

const inState = (gates: readonly GateResult[], wanted: GateResult['state']): GateResult[] =>
  gates.filter(({ state, exception }) => state === wanted && !exception);

/** The gates that can't be told, folded to their count, with what could not be read. */
export function Unread({ gates, openAtFirst = false }: FoldProps) {
  const { t } = useCard();
  const unread = inState(gates, 'cannot-tell');
  if (unread.length === 0) return null;
  return (
    <section className="ds-section ds-folds">
      <Disclosure
        heading="h3"
        openAtFirst={openAtFirst}
        summary={<Summary icon="unknown" text={t('gates_cannot_tell', unread.length)} />}
      >
        <ul className="ds-list">
          {unread.map((result) => (
            <UnreadGate key={result.gate.id} result={result} />
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}

/** The gates that are met, folded to their count. */
export function Met({ gates }: FoldProps) {
  const { t } = useCard();
  const met = inState(gates, 'met');
  if (met.length === 0) return null;
  return (
    <section className="ds-section ds-folds">
      <Disclosure heading="h3" summary={<Summary icon="met" text={t('gates_met', met.length)} />}>
        <ul className="ds-list">
          {met.map((result) => (
            <GateLine key={result.gate.id} result={result} />
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}

function Summary({ icon, text }: { icon: 'met' | 'unknown'; text: string }) {
  return (
    <span className="ds-fold">
      <span className={`ds-mark ds-${icon}`}>
        <Icon name={icon} />
      </span>
      {text}
    </span>
  );
}

/** What could not be read for a gate, and why, field by field. */
function UnreadGate({ result }: { result: GateResult }) {
  const card = useCard();
  return (
    <li className="ds-line">
      <span className="ds-summary-text">
        <span className="ds-name">
          {card.fmt.text(result.gate.name)}
          {result.need === 'advised' && <AdvisedTag />}
        </span>
        {unreadLines(result, card).map((line) => (
          <span className="ds-read" key={line}>
            {line}
          </span>
        ))}
        <Dispute rule={gateRule(result)} name={card.fmt.text(result.gate.name)} />
      </span>
    </li>
  );
}

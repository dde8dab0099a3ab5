import type { GateResult } from '../../lib/core/assessment.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useCard } from './context.ts';
import { unreadLines } from './explain.ts';
import { AdvisedTag } from './GateItem.tsx';
import { GateLine } from './GateLine.tsx';

/** The gates that are met, and those that can't be told, each folded to its count. */
export function Folds({ gates }: { gates: readonly GateResult[] }) {
  const { t } = useCard();
  const standing = gates.filter(({ exception }) => !exception);
  const met = standing.filter(({ state }) => state === 'met');
  const unread = standing.filter(({ state }) => state === 'cannot-tell');
  if (met.length + unread.length === 0) return null;
  return (
    <section className="ds-section ds-folds">
      {unread.length > 0 && (
        <Disclosure
          heading="h3"
          summary={<Summary icon="unknown" text={t('gates_cannot_tell', unread.length)} />}
        >
          <ul className="ds-list">
            {unread.map((result) => (
              <Unread key={result.gate.id} result={result} />
            ))}
          </ul>
        </Disclosure>
      )}
      {met.length > 0 && (
        <Disclosure heading="h3" summary={<Summary icon="met" text={t('gates_met', met.length)} />}>
          <ul className="ds-list">
            {met.map((result) => (
              <GateLine key={result.gate.id} result={result} />
            ))}
          </ul>
        </Disclosure>
      )}
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
function Unread({ result }: { result: GateResult }) {
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
      </span>
    </li>
  );
}

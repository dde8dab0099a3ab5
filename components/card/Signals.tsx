import { useState } from 'react';
import type { SignalResult } from '../../lib/core/assessment.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useCard } from './context.ts';
import { Dispute, signalRule } from './Dispute.tsx';
import { signalText, thresholdText } from './signal-words.ts';

/** Signals that are shown before "2 more". */
const SHOWN = 3;

/** The signals, red ones first, with the numbers behind them. */
export function Signals({ signals }: { signals: readonly SignalResult[] }) {
  const { t } = useCard();
  const [all, setAll] = useState(false);
  if (signals.length === 0) return null;
  const red = (signal: SignalResult): number => (signal.level === 'red' ? 0 : 1);
  const sorted = signals.toSorted((a, b) => red(a) - red(b));
  const rest = sorted.length - SHOWN;
  return (
    <section className="ds-section">
      <h3 className="ds-title">{t('signals_title')}</h3>
      <ul className="ds-list ds-chips">
        {sorted.slice(0, all ? undefined : SHOWN).map((signal) => (
          <li key={signal.rule.id}>
            <Signal signal={signal} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          look="quiet"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? t('gates_fewer') : t('signals_more', rest)}
        </Button>
      )}
    </section>
  );
}

function Signal({ signal }: { signal: SignalResult }) {
  const { t, fmt, deal } = useCard();
  const { level, rule } = signal;
  const amount = deal?.fields.amount;
  const currency = amount?.is === 'value' ? amount.value.currency : undefined;
  return (
    <Disclosure
      className={`ds-chip ds-${level}`}
      summary={
        <span className="ds-chip-text">
          <Icon name={level} label={t(level === 'red' ? 'signal_red' : 'signal_amber')} />
          <span>{signalText(signal, { t, fmt, currency })}</span>
        </span>
      }
    >
      <div className="ds-chip-body">
        <p>{fmt.text(rule.why)}</p>
        <p className="ds-question">{fmt.text(rule.question)}</p>
        <p>{thresholdText(signal, t)}</p>
        <Dispute rule={signalRule(signal)} name={fmt.text(rule.name)} />
      </div>
    </Disclosure>
  );
}

import { useState } from 'react';
import type { GateResult } from '../../lib/core/assessment.ts';
import { Button } from '../ui/Button.tsx';
import { useCard } from './context.ts';
import { GateItem } from './GateItem.tsx';
import { isOpen, useOrder } from './use-order.ts';

/** The open gates: the three that matter most, then the rest on request. */
export function Gates({ gates, counted }: { gates: readonly GateResult[]; counted: boolean }) {
  const { t, drafts } = useCard();
  const [all, setAll] = useState(false);
  const { shown, more, first } = useOrder(gates, drafts);
  if (shown.length === 0) return null;
  // What is only advised holds nothing up: it is not counted, and named for what it is.
  const count = gates.filter((result) => isOpen(result) && result.need === 'required').length;
  const onlyAdvised = shown.every(({ need }) => need === 'advised');
  const title = onlyAdvised ? 'gates_advised' : counted ? 'gates_open' : 'gates_open_none';
  return (
    <section className="ds-section">
      <h3 className="ds-title">
        {t(title)}
        {count > 0 && <span className="ds-count">{count}</span>}
      </h3>
      <ul className="ds-list">
        {[...shown, ...(all ? more : [])].map((result) => (
          <GateItem key={result.gate.id} result={result} openAtFirst={result.gate.id === first} />
        ))}
      </ul>
      {more.length > 0 && (
        <Button
          look="quiet"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? t('gates_fewer') : t('gates_more', more.length)}
        </Button>
      )}
    </section>
  );
}

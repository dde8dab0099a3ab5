import type { MessageKey } from '../../lib/app/words.ts';
import type { Gate } from '../../lib/core/playbook.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import type { Say } from './say.ts';

const NEED_KEYS: Readonly<Record<Gate['need']['forecast'], MessageKey>> = {
  required: 'options_need_required',
  advised: 'options_need_advised',
  off: 'options_need_off',
};

interface Props {
  readonly gates: readonly Gate[];
  readonly say: Say;
}

/** The gates of a playbook, folded: what each is called, why it exists, and where it is needed. */
export function GateList({ gates, say }: Props) {
  const { t, fmt } = say;
  return (
    <Disclosure summary={t('options_gates_see', gates.length)} className="op-fold">
      <ol className="op-gates">
        {gates.map((gate) => (
          <li key={gate.id}>
            <p className="op-strong">{fmt.text(gate.name)}</p>
            <p>{fmt.text(gate.why)}</p>
            <p className="op-small op-needs">
              <span>{t('options_need_forecast', [t(NEED_KEYS[gate.need.forecast])])}</span>
              <span>{t('options_need_commit', [t(NEED_KEYS[gate.need.commit])])}</span>
            </p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

import type { GateResult } from '../../lib/core/assessment.ts';
import { Icon } from '../ui/Icon.tsx';
import { useCard } from './context.ts';
import { Disputed, gateRule } from './Dispute.tsx';
import { readLine } from './explain.ts';

/** A gate in one or two lines: met, or not to be told. `turned`: it was open a moment ago, and fades in. */
export function GateLine({ result, turned = false }: { result: GateResult; turned?: boolean }) {
  const card = useCard();
  const met = result.state === 'met';
  return (
    <li className={turned ? 'ds-line ds-fade' : 'ds-line'}>
      <span className={`ds-mark ${met ? 'ds-met' : 'ds-unknown'}`}>
        <Icon
          name={met ? 'met' : 'unknown'}
          label={card.t(met ? 'gate_now_met' : 'gate_now_cannot_tell')}
        />
      </span>
      <span className="ds-summary-text">
        <span className="ds-name">{card.fmt.text(result.gate.name)}</span>
        <span className="ds-read">{readLine(result, card)}</span>
        <Disputed rule={gateRule(result)} name={card.fmt.text(result.gate.name)} />
      </span>
    </li>
  );
}

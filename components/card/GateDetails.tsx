import type { Finding, GateResult } from '../../lib/core/assessment.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useCard } from './context.ts';
import { explain } from './explain.ts';
import { SOURCE_KEYS } from './labels.ts';

/** Everything that was read for a gate, from where, and which rule asked for it: folded, for whoever doubts. */
export function GateDetails({ result }: { result: GateResult }) {
  const card = useCard();
  const { t, fmt, crmLabel } = card;
  const { gate, findings } = result;
  const source = ({ read }: Finding): string =>
    read.is === 'unknown' ? '' : ` (${t(SOURCE_KEYS[read.source], [crmLabel])})`;
  const lines = new Set(findings.map((finding) => explain(finding, card) + source(finding)));
  return (
    <Disclosure className="ds-details" summary={t('gate_how')}>
      <ul className="ds-plain-list">
        {[...lines].map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{t('gate_rule', [gate.id, gate.owner, fmt.date(gate.reviewBy)])}</li>
      </ul>
    </Disclosure>
  );
}

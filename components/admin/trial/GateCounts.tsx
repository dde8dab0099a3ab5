import type { Rival, TrialResult } from '../../../lib/app/admin/trial-tally.ts';
import type { Gate } from '../../../lib/core/playbook.ts';
import type { GateCount } from '../../../lib/core/trial/tally.ts';
import type { Say } from '../../options/say.ts';

interface Props {
  readonly result: TrialResult;
  readonly say: Say;
}

const NOTHING: GateCount = { id: '', met: 0, open: 0, cannotTell: 0, excepted: 0 };
const PARTS = ['met', 'open', 'cannotTell', 'excepted'] as const;

/** The gates of both playbooks: the draft's in its order, then those that it no longer has. */
function gatesOf({ playbooks: { inForce, draft } }: TrialResult): readonly Gate[] {
  const kept = new Set(draft.gates.map(({ id }) => id));
  return [...draft.gates, ...inForce.gates.filter(({ id }) => !kept.has(id))];
}

/** For each gate, on how many deals it is met, open and can't be told: now and with the draft. */
export function GateCounts({ result, say }: Props) {
  const { t } = say;
  return (
    <table className="tr-table tr-gates">
      <caption className="ds-hidden">{t('trial_gates_title')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('trial_state_met')}</th>
          <th scope="col">{t('trial_state_open')}</th>
          <th scope="col">{t('trial_state_cannot_tell')}</th>
          <th scope="col">{t('trial_state_excepted')}</th>
        </tr>
      </thead>
      {gatesOf(result).map((gate) => (
        <GateRows key={gate.id} gate={gate} result={result} say={say} />
      ))}
    </table>
  );
}

function GateRows({ gate, result, say }: Props & { readonly gate: Gate }) {
  const { t, fmt } = say;
  const has = (rival: Rival): boolean =>
    result.playbooks[rival].gates.some(({ id }) => id === gate.id);
  const row = (rival: Rival, label: string) => (
    <tr>
      <th scope="row">{label}</th>
      {has(rival) ? (
        <Numbers count={result.gates[rival].get(gate.id) ?? NOTHING} say={say} />
      ) : (
        <td colSpan={PARTS.length} className="tr-absent">
          {t(rival === 'draft' ? 'trial_gate_gone' : 'trial_gate_new')}
        </td>
      )}
    </tr>
  );
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={PARTS.length + 1} className="tr-gate">
          {fmt.text(gate.name)}
        </th>
      </tr>
      {row('inForce', t('trial_now'))}
      {row('draft', t('trial_draft'))}
    </tbody>
  );
}

function Numbers({ count, say }: { readonly count: GateCount; readonly say: Say }) {
  return PARTS.map((part) => (
    <td key={part} className={count[part] === 0 ? 'tr-number tr-zero' : 'tr-number'}>
      {say.fmt.number(count[part])}
    </td>
  ));
}

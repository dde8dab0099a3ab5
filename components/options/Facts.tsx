import type { ReactNode } from 'react';
import type { Gate, Playbook } from '../../lib/core/playbook.ts';
import { codeName, type Say } from './say.ts';

interface Props {
  readonly playbook: Playbook;
  /** The day since which it is in force; null where it was never published. */
  readonly since: string | null;
  readonly say: Say;
}

const required = (gates: readonly Gate[], category: keyof Gate['need']): number =>
  gates.filter(({ need }) => need[category] === 'required').length;

/** A playbook in a few lines. */
export function Facts({ playbook, since, say }: Props) {
  const { t, fmt } = say;
  const { gates, signals, window } = playbook;
  const on = signals.filter((signal) => signal.on).length;
  const counts = [gates.length, required(gates, 'forecast'), required(gates, 'commit')];
  return (
    <dl className="op-facts">
      <Fact name={t('options_gates')}>{t('options_gates_value', counts)}</Fact>
      <Fact name={t('edit_part_signals')}>{t('options_signals_value', [on, signals.length])}</Fact>
      <Fact name={t('options_window')}>
        {window === 'learned' ? t('options_window_learned') : t('options_window_set', window)}
      </Fact>
      <Fact name={t('options_place_title')}>{placeText(playbook, say)}</Fact>
      {since !== null && <Fact name={t('options_since')}>{fmt.date(since)}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function placeText({ country, currencies }: Playbook, say: Say): string {
  const { t, fmt } = say;
  if (country === '' && currencies.length === 0) return t('options_place_none');
  const where = country === '' ? t('options_place_no_country') : codeName(country, 'region', say);
  const money = currencies.length === 0 ? t('options_place_any') : currencies.join(', ');
  return fmt.capital(`${where} · ${money}`);
}

import type { UseFound } from '../../../lib/app/admin/use.ts';
import { FAIR_DEALS } from '../../../lib/core/trial/use.ts';
import { RECORDS_FAULT_KEYS } from '../../card/fault-words.ts';
import { Fault } from '../../options/Fault.tsx';
import type { Say } from '../../options/say.ts';
import type { ScreenProps } from '../../options/screen.ts';
import { Section } from '../../options/Section.tsx';
import { Button } from '../../ui/Button.tsx';
import { Running } from './Running.tsx';
import { BrokenLine } from './TrialReport.tsx';
import { GateUseRow, SignalUseRow } from './UseRows.tsx';
import { useCaughtFocus } from './use-caught-focus.ts';
import { useRun } from './use-run.ts';

type Counted = Extract<UseFound, { readonly is: 'done' }>;

/** What each gate and signal does on the deals that are known here, and which of them may go. */
export function UseScreen({ desk }: ScreenProps) {
  const { actions, say } = desk;
  const { t } = say;
  const { progress, result, start, stop } = useRun(actions.use.count, true);
  const button = useCaughtFocus(result !== null && !progress);
  return (
    <>
      <p className="op-lead">{t('use_lead')}</p>
      <div className="tr-start">
        {progress ? (
          <Running progress={progress} onStop={stop} say={say} />
        ) : (
          <Button ref={button} onClick={start}>
            {t('use_again')}
          </Button>
        )}
      </div>
      <div role="status" className="tr-said">
        {!progress && result && <Said found={result} say={say} />}
      </div>
      {!progress && result?.is === 'done' && result.use.deals > 0 && (
        <Report counted={result} say={say} />
      )}
    </>
  );
}

function Said({ found, say }: { readonly found: UseFound; readonly say: Say }) {
  const { t, fmt } = say;
  switch (found.is) {
    case 'done': {
      const { deals } = found.use;
      if (deals === 0) return <p>{t('trial_no_deals')}</p>;
      const counted = t('use_deals', deals, [fmt.number(deals)]);
      const over = found.over > 0 ? t('trial_over', found.over, [fmt.number(found.over)]) : '';
      const few = deals < FAIR_DEALS ? t('use_few', [FAIR_DEALS]) : '';
      return <p>{[counted, over, few].filter((text) => text !== '').join(' ')}</p>;
    }
    case 'stopped':
      return <p>{t('trial_stopped')}</p>;
    case 'invalid':
      return (
        <div className="tr-invalid">
          <p>{t('use_invalid')}</p>
          {found.fault && <Fault fault={found.fault} say={say} />}
        </div>
      );
    case 'fault':
      return <p className="op-wrong">{t(RECORDS_FAULT_KEYS[found.fault])}</p>;
  }
}

function Report({ counted, say }: { readonly counted: Counted; readonly say: Say }) {
  const { t } = say;
  const { playbook, use, broken } = counted;
  return (
    <>
      <BrokenLine broken={broken} say={say} />
      <Section title={t('options_gates')} lead={t('use_gates_lead')}>
        <ul className="op-panel op-rows">
          {playbook.gates.map((gate) => {
            const used = use.gates.find(({ id }) => id === gate.id);
            return used && <GateUseRow key={gate.id} gate={gate} use={used} say={say} />;
          })}
        </ul>
      </Section>
      <Section title={t('edit_part_signals')} lead={t('use_signals_lead')}>
        <ul className="op-panel op-rows">
          {playbook.signals.map((rule) => {
            const used = use.signals.find(({ id }) => id === rule.id);
            return (
              used && (
                <SignalUseRow key={rule.id} rule={rule} use={used} deals={use.deals} say={say} />
              )
            );
          })}
        </ul>
      </Section>
    </>
  );
}

import type { Trial } from '../../../lib/app/admin/trial.ts';
import { RECORDS_FAULT_KEYS } from '../../card/fault-words.ts';
import type { Desk } from '../../options/desk.ts';
import { Fault } from '../../options/Fault.tsx';
import { hashOf } from '../../options/routes.ts';
import type { Say } from '../../options/say.ts';
import type { ScreenProps } from '../../options/screen.ts';
import { Button } from '../../ui/Button.tsx';
import { Running } from './Running.tsx';
import { TrialReport } from './TrialReport.tsx';
import { Unfinished } from './Unfinished.tsx';
import { useCaughtFocus } from './use-caught-focus.ts';
import { useRun } from './use-run.ts';

/** The draft against the deals that are known here, beside the version in force. */
export function TryScreen({ desk }: ScreenProps) {
  const { actions, say, view } = desk;
  const { t } = say;
  const { progress, result, start, stop } = useRun(actions.trial.run);
  return (
    <div className="tr-try">
      <p className="op-lead">{t('trial_lead')}</p>
      <div className="tr-start">
        {progress ? (
          <Running progress={progress} onStop={stop} say={say} />
        ) : (
          <StartButton again={result !== null} onStart={start} say={say} />
        )}
      </div>
      <div role="status" className="tr-said">
        {!progress && result && <Said trial={result} desk={desk} />}
      </div>
      {!progress && result?.is === 'done' && result.result.sums.deals > 0 && (
        <TrialReport
          result={result.result}
          look={actions.trial.look}
          say={say}
          labels={view.labels}
        />
      )}
    </div>
  );
}

interface StartProps {
  readonly again: boolean;
  readonly onStart: () => void;
  readonly say: Say;
}

function StartButton({ again, onStart, say: { t } }: StartProps) {
  const button = useCaughtFocus(again);
  return (
    <Button look="main" ref={button} onClick={onStart}>
      {t(again ? 'trial_again' : 'trial_run')}
    </Button>
  );
}

/** What came of it, in words; the numbers follow below. */
function Said({ trial, desk }: { readonly trial: Trial; readonly desk: Desk }) {
  const { say } = desk;
  const { t, fmt } = say;
  switch (trial.is) {
    case 'done': {
      const { deals, lost } = trial.result.sums;
      if (deals === 0) return <p>{t('trial_no_deals')}</p>;
      const numbers = [fmt.number(lost), fmt.number(deals)];
      const { perRepDay, reps } = trial.result.prompts.draft;
      return (
        <p className="tr-sentence">
          {lost === 0
            ? t('trial_lost_none', deals, [fmt.number(deals)])
            : deals === 1
              ? t('trial_lost_only')
              : t('trial_lost', lost, numbers)}{' '}
          {reps > 0 && t('trial_prompts_about', [fmt.number(Math.round(perRepDay * 10) / 10)])}
        </p>
      );
    }
    case 'stopped':
      return <p>{t('trial_stopped')}</p>;
    case 'no-draft':
      return (
        <p>
          {t('trial_no_draft')} <a href={hashOf('edit')}>{t('trial_to_edit')}</a>
        </p>
      );
    case 'invalid':
      return (
        <div className="tr-invalid">
          {trial.which === 'draft' ? (
            <Unfinished desk={desk} fault={trial.fault} />
          ) : (
            <>
              <p>{t('trial_invalid_force')}</p>
              {trial.fault && <Fault fault={trial.fault} say={say} />}
            </>
          )}
        </div>
      );
    case 'fault':
      return <p className="op-wrong">{t(RECORDS_FAULT_KEYS[trial.fault])}</p>;
  }
}

import { useId } from 'react';
import type { Progress } from '../../../lib/app/admin/trial-deals.ts';
import type { Say } from '../../options/say.ts';
import { Button } from '../../ui/Button.tsx';
import { useCaughtFocus } from './use-caught-focus.ts';

interface Props {
  readonly progress: Progress;
  readonly onStop: () => void;
  readonly say: Say;
}

/** How far a pass over all deals is, and the button that stops it. */
export function Running({ progress: { done, of }, onStop, say: { t, fmt } }: Props) {
  const id = useId();
  const button = useCaughtFocus(true);
  return (
    <div className="tr-running">
      <label htmlFor={id}>{t('trial_progress', [fmt.number(done), fmt.number(of)])}</label>
      <progress id={id} max={Math.max(1, of)} value={done} />
      <Button ref={button} onClick={onStop}>
        {t('trial_stop')}
      </Button>
    </div>
  );
}

import { useCard } from './context.ts';
import { SAVE_FAULT_KEYS } from './fault-words.ts';
import type { SaveState } from './use-save.ts';

/** What is happening to a save, beside its form. The region is always there, so that what enters it is read out. */
export function SaveStatus({ state }: { state: SaveState }) {
  const { t } = useCard();
  return (
    <p role="status" className={state.is === 'fault' ? 'ds-wrong' : 'ds-quiet'}>
      {state.is === 'saving' && t('save_saving')}
      {state.is === 'fault' && t(SAVE_FAULT_KEYS[state.fault])}
    </p>
  );
}

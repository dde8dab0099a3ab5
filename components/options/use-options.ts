import { useEffect } from 'react';
import type { OptionsActions, OptionsView } from '../../lib/app/options-model.ts';
import { useLook } from './use-look.ts';

/** What the page shows, read again when the window comes back to the front: another tab may have changed it. */
export function useOptions(look: OptionsActions['look']): {
  readonly view: OptionsView | null;
  readonly refresh: () => Promise<void>;
} {
  const { found: view, again: refresh } = useLook(look, null);
  useEffect(() => {
    const onFocus = (): void => void refresh();
    window.addEventListener('focus', onFocus);
    return () => {
      window.removeEventListener('focus', onFocus);
    };
  }, [refresh]);
  return { view, refresh };
}

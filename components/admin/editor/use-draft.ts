import { useEffect, useSyncExternalStore } from 'react';
import type { DraftActions, DraftState } from '../../../lib/app/admin/draft-model.ts';

/** The draft as it stands now. What is not kept yet is kept when the page goes away or out of sight. */
export function useDraft({ state, subscribe, flush }: DraftActions): DraftState {
  useEffect(() => {
    const keep = (): void => void flush();
    window.addEventListener('pagehide', keep);
    window.addEventListener('blur', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      window.removeEventListener('blur', keep);
      document.removeEventListener('visibilitychange', keep);
      keep();
    };
  }, [flush]);
  return useSyncExternalStore(subscribe, state);
}

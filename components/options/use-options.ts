import { useCallback, useEffect, useRef, useState } from 'react';
import type { OptionsActions, OptionsView } from '../../lib/app/options-model.ts';

/** What the page shows, read again when the window comes back to the front: another tab may have changed it. */
export function useOptions(look: OptionsActions['look']): {
  readonly view: OptionsView | null;
  readonly refresh: () => Promise<void>;
} {
  const [view, setView] = useState<OptionsView | null>(null);
  const asked = useRef(0);
  const refresh = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    const found = await look();
    // A slow answer must not take the place of a newer one.
    if (turn === asked.current) setView(found);
  }, [look]);
  useEffect(() => {
    const onFocus = (): void => void refresh();
    onFocus();
    window.addEventListener('focus', onFocus);
    return () => {
      window.removeEventListener('focus', onFocus);
      asked.current += 1;
    };
  }, [refresh]);
  return { view, refresh };
}

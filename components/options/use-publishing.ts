import { useCallback, useRef, useState } from 'react';
import type { Published } from '../../lib/app/options-model.ts';

/** One publication at a time on the whole page, and what became of the last one. */
export interface Publishing {
  readonly busy: boolean;
  /** What became of the last one, if it was started at this place on the page. */
  readonly at: (place: string) => Published | null;
  /** Resolves with whether it was published. */
  readonly run: (place: string, job: () => Promise<Published>) => Promise<boolean>;
  /** Forgets what was said: something else is being done now. */
  readonly forget: () => void;
}

interface Said {
  readonly place: string;
  readonly result: Published;
}

/** `after` reads the page again, so that what is said and what is shown change together. */
export function usePublishing(after: () => Promise<void>): Publishing {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const running = useRef(false);
  const run = useCallback(
    async (place: string, job: () => Promise<Published>) => {
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      setSaid(null);
      const result = await job();
      if (result.ok) await after();
      running.current = false;
      setSaid({ place, result });
      setBusy(false);
      return result.ok;
    },
    [after],
  );
  const forget = useCallback(() => {
    setSaid(null);
  }, []);
  return { busy, run, forget, at: (place) => (said?.place === place ? said.result : null) };
}

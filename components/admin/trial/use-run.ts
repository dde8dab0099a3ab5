import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../../lib/app/admin/trial-deals.ts';

/** Something that passes over all deals, can be watched and can be stopped. */
export interface Run<T> {
  /** How far it is; null while nothing runs. */
  readonly progress: Progress | null;
  /** What came of the last one. */
  readonly result: T | null;
  readonly start: () => void;
  readonly stop: () => void;
}

type Job<T> = (signal: AbortSignal, progress: (progress: Progress) => void) => Promise<T>;

/** Runs one job at a time; leaving the screen stops it. `atOnce`: it starts with the screen. */
export function useRun<T>(job: Job<T>, atOnce = false): Run<T> {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [result, setResult] = useState<T | null>(null);
  const running = useRef<AbortController | null>(null);
  const start = useCallback(() => {
    if (running.current) return;
    const mine = new AbortController();
    running.current = mine;
    const isMine = (): boolean => running.current === mine;
    setProgress({ done: 0, of: 0 });
    void job(mine.signal, (next) => {
      if (isMine()) setProgress(next);
    }).then((found) => {
      if (!isMine()) return;
      running.current = null;
      // What it found is drawn in slices, too: it may be long.
      startTransition(() => {
        setResult(found);
        setProgress(null);
      });
    });
  }, [job]);
  useEffect(() => {
    if (atOnce) start();
    return () => {
      running.current?.abort();
      running.current = null;
    };
  }, [atOnce, start]);
  const stop = useCallback(() => {
    running.current?.abort();
  }, []);
  return { progress, result, start, stop };
}

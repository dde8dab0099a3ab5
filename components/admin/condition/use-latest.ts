import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same and does what the last one given does. */
export function useLatest<T>(act: (value: T) => void): (value: T) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((value) => {
    latest.current(value);
  }, []);
}

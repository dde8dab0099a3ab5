import { useCallback, useEffect, useRef, useState } from 'react';

/** What a screen reads for itself: null until it is there. It is read again whenever `after` is another, and by `again`. */
export function useLook<T>(
  look: () => Promise<T>,
  after: unknown,
): { readonly found: T | null; readonly again: () => Promise<void> } {
  const [found, setFound] = useState<T | null>(null);
  const asked = useRef(0);
  const again = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await look();
    // A slow answer must not take the place of a newer one.
    if (turn === asked.current) setFound(answer);
  }, [look]);
  useEffect(() => {
    void again();
    return () => {
      asked.current += 1;
    };
  }, [again, after]);
  return { found, again };
}

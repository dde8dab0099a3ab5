import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

/** Rows that Page Up and Page Down pass over. */
const PAGE = 10;

export interface Roving {
  /** The row that the tab key leads to. */
  readonly at: number;
  readonly setAt: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * One tab stop for a long list; the arrow keys, Page Up and Down, Home and End go on from there. A row that is not in the
 * page yet is brought into sight first, and takes the focus when it has come.
 */
export function useRoving(
  count: number,
  scroller: HTMLElement | null,
  bring: (index: number) => void,
): Roving {
  const [at, setAt] = useState(0);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] button`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  return {
    at: Math.min(at, count - 1),
    setAt,
    onKeyDown: (event) => {
      const step = steps[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const next = Math.max(0, Math.min(step, count - 1));
      wanted.current = next;
      setAt(next);
      bring(next);
    },
  };
}

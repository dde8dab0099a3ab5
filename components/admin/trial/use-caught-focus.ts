import { useLayoutEffect, useRef, type RefObject } from 'react';

/** A ref for a button that takes the focus when it comes in the place of the one that had it. */
export function useCaughtFocus(catches: boolean): RefObject<HTMLButtonElement | null> {
  const ref = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (catches && document.activeElement === document.body) ref.current?.focus();
  }, [catches]);
  return ref;
}

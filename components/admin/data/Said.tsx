import { useLayoutEffect, useRef } from 'react';

/** A sentence about what happened; `good` says how it went. */
export interface SaidText {
  readonly good: boolean;
  readonly text: string;
}

/**
 * What became of the last press. Always in the page, so that a screen reader hears what comes into it; it takes the focus where
 * the pressed button went away.
 */
export function Said({ said }: { readonly said: SaidText | null }) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (said && document.activeElement === document.body) ref.current?.focus();
  }, [said]);
  return (
    <div role="status" className="op-outcome op-under" tabIndex={-1} ref={ref}>
      {said && <p className={said.good ? 'op-done' : 'op-wrong'}>{said.text}</p>}
    </div>
  );
}

import { useLayoutEffect, useRef, type ReactNode } from 'react';

interface BoxProps {
  /** What there is to say, or null. It is another value whenever something new is said. */
  readonly of: unknown;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * Where it is said what became of the last press. Always in the page, so that a screen reader hears what comes into it; it takes
 * the focus where the pressed button went away.
 */
export function SaidBox({ of, className = '', children }: BoxProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (of !== null && document.activeElement === document.body) ref.current?.focus();
  }, [of]);
  return (
    <div role="status" className={`op-outcome ${className}`} tabIndex={-1} ref={ref}>
      {children}
    </div>
  );
}

/** A sentence about what happened; `good` says how it went. */
export interface SaidText {
  readonly good: boolean;
  readonly text: string;
}

/** What became of the last press, in a sentence. */
export const Said = ({ said }: { readonly said: SaidText | null }) => (
  <SaidBox of={said} className="op-under">
    {said && <p className={said.good ? 'op-done' : 'op-wrong'}>{said.text}</p>}
  </SaidBox>
);

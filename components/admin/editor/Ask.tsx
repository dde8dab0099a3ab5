import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Say } from '../../options/say.ts';
import { Button } from '../../ui/Button.tsx';

interface Props {
  readonly say: Say;
  readonly title: string;
  /** What the button that does it says. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly children?: ReactNode;
}

/** Asks before something is done. It takes the focus; Escape is "Not now". */
export function Ask({ say, title, yes, onYes, onNo, children }: Props) {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    ref.current?.focus();
  }, []);
  return (
    <div
      ref={ref}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      className="op-confirm"
      onKeyDown={({ key }) => {
        if (key === 'Escape') onNo();
      }}
    >
      <p id={id} className="op-strong">
        {title}
      </p>
      {children}
      <div className="op-actions">
        <Button look="main" onClick={onYes}>
          {yes}
        </Button>
        <Button onClick={onNo}>{say.t('options_cancel')}</Button>
      </div>
    </div>
  );
}

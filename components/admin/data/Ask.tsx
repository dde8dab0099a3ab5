import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';

interface Props {
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  readonly busy?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
  /** What goes, and what can be chosen. */
  readonly children: ReactNode;
}

/** Asks before something is lost, and says what. It takes the focus; Escape is "Not now". */
export function Ask({ title, yes, no, busy = false, onYes, onNo, children }: Props) {
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
      className="op-confirm op-wide"
      onKeyDown={({ key }) => {
        if (key === 'Escape') onNo();
      }}
    >
      <h3 id={id} className="op-strong">
        {title}
      </h3>
      {children}
      <div className="op-actions">
        <Button look="main" busy={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button onClick={onNo}>{no}</Button>
      </div>
    </div>
  );
}

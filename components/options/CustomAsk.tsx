import { useId, useLayoutEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something is lost. It takes the focus; Escape is "Not now". */
export function CustomAsk({ title, text, yes, no, onYes, onNo }: Props) {
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
      <h4 id={id} className="op-strong">
        {title}
      </h4>
      <p>{text}</p>
      <div className="op-actions">
        <Button look="main" onClick={onYes}>
          {yes}
        </Button>
        <Button onClick={onNo}>{no}</Button>
      </div>
    </div>
  );
}

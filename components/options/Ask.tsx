import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import type { Say } from './say.ts';

interface Props {
  readonly say: Say;
  readonly title: string;
  /** What the title is, where more headings stand under it. */
  readonly heading?: 'h3';
  /** What the button that does it says. */
  readonly yes: string;
  readonly busy?: boolean;
  /** It takes the whole width of a row. */
  readonly wide?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
  /** What would change or be lost, and what can be chosen. */
  readonly children?: ReactNode;
}

/** Asks before something is done. It takes the focus, and "Not now", or Escape, gives it back to where it was. */
export function Ask(props: Props) {
  const {
    say,
    title,
    heading: Title = 'p',
    yes,
    busy = false,
    wide,
    onYes,
    onNo,
    children,
  } = props;
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef<Element>(null);
  useLayoutEffect(() => {
    before.current = document.activeElement;
    ref.current?.focus();
  }, []);
  const leave = (): void => {
    if (before.current instanceof HTMLElement) before.current.focus();
    onNo();
  };
  return (
    <div
      ref={ref}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      className={wide ? 'op-confirm op-wide' : 'op-confirm'}
      onKeyDown={({ key }) => {
        if (key === 'Escape') leave();
      }}
    >
      <Title id={id} className="op-strong">
        {title}
      </Title>
      {children}
      <div className="op-actions">
        <Button look="main" busy={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button onClick={leave}>{say.t('options_cancel')}</Button>
      </div>
    </div>
  );
}

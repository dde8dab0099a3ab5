import type { ButtonHTMLAttributes, Ref } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main` for the one that a form is for, `plain` beside it, `quiet` for a text that can be pressed, `icon` for a shape alone. */
  readonly look?: 'main' | 'plain' | 'quiet' | 'icon';
  readonly ref?: Ref<HTMLButtonElement>;
  /** Takes no press for now, but keeps the focus, which `disabled` would lose. */
  readonly busy?: boolean;
}

/** A button of the card. */
export function Button({ look = 'plain', busy = false, onClick, className, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={`ds-button ds-button-${look} ${className ?? ''}`}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? undefined : onClick}
    />
  );
}

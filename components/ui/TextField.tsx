import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { TEXT_LIMIT } from '../../lib/core/limits.ts';
import type { Words } from '../../lib/app/words.ts';

/** From this share of the limit on, the characters that are left are told. */
const NEAR = 0.9;
/** The field grows with its text up to this height, and scrolls from there. */
const MAX_HEIGHT = 160;

interface Props {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly t: Words;
  readonly autoFocus?: boolean;
  readonly describedBy?: string;
}

/** True for a text that can be kept: not blank, and within the limit. */
export const fits = (text: string): boolean =>
  text.trim() !== '' && text.trim().length <= TEXT_LIMIT;

/**
 * A text area with its label. It takes more than the limit and says how much too much that is: cutting
 * a pasted text off would lose it without a word.
 */
export function TextField(props: Props): ReactNode {
  const { label, labelHidden = false, hint, value, onChange, t, autoFocus = false } = props;
  const id = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  const left = TEXT_LIMIT - value.trim().length;
  const near = left < TEXT_LIMIT * (1 - NEAR);
  useLayoutEffect(() => {
    grow(ref.current);
  }, [value]);
  useLayoutEffect(() => {
    if (!autoFocus || !ref.current) return;
    ref.current.focus();
    ref.current.setSelectionRange(ref.current.value.length, ref.current.value.length);
  }, [autoFocus]);
  const about = [hint && `${id}-hint`, near && `${id}-count`, props.describedBy].filter(Boolean);
  return (
    <div className="ds-field">
      <label className={labelHidden ? 'ds-hidden' : 'ds-label'} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="ds-quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        ref={ref}
        id={id}
        className="ds-input"
        rows={2}
        value={value}
        aria-describedby={about.length > 0 ? about.join(' ') : undefined}
        aria-invalid={left < 0 ? true : undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {near && (
        <p className={left < 0 ? 'ds-wrong' : 'ds-quiet'} id={`${id}-count`}>
          {left < 0 ? t('form_over', -left) : t('form_left', left)}
        </p>
      )}
    </div>
  );
}

function grow(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.height = 'auto';
  const height = Math.min(area.scrollHeight + 2, MAX_HEIGHT);
  area.style.height = height > 2 ? `${height}px` : '';
}

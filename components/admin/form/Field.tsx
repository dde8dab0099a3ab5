import { useId, type ReactNode } from 'react';
import type { Say } from '../../options/say.ts';

/** What every input of the admin's forms can be told. */
export interface FieldProps {
  readonly label: string;
  readonly say: Say;
  /** Only a screen reader hears the label: for an input whose place says what it is. */
  readonly labelHidden?: boolean;
  readonly hint?: string | undefined;
  /** What is wrong with what stands there, in a sentence; undefined when nothing is. */
  readonly wrong?: string | undefined;
  /** Tells in words that nothing is published without it. */
  readonly required?: boolean;
}

/** What the input itself takes over from its frame. */
export interface Framed {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

interface Props extends FieldProps {
  readonly children: (framed: Framed) => ReactNode;
}

/** An input's label, its hint, and what is wrong with it, all tied to it for a screen reader. */
export function Field({ label, say, labelHidden, hint, wrong, required, children }: Props) {
  const id = useId();
  const about = [hint !== undefined && `${id}-hint`, wrong !== undefined && `${id}-wrong`];
  const described = about.filter((part) => part !== false).join(' ');
  return (
    <div className="fm-field">
      <label className={labelHidden ? 'ds-hidden' : 'fm-label'} htmlFor={id}>
        {label}
        {required && <span className="fm-needed"> {say.t('edit_form_needed')}</span>}
      </label>
      {hint !== undefined && (
        <p className="fm-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(wrong === undefined ? {} : { 'aria-invalid': true }),
        ...(required ? { 'aria-required': true } : {}),
      })}
      {wrong !== undefined && (
        <p className="fm-wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

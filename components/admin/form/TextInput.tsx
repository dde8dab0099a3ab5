import type { HTMLAttributes, Ref } from 'react';
import { Field, type FieldProps } from './Field.tsx';

interface Props extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The most characters that may be kept; more can be typed, and it is said how many are too many. */
  readonly most?: number;
  /** The language that the text is in, where it is not the screen's. */
  readonly lang?: string;
  /** Suggestions by the id of a `datalist`. */
  readonly list?: string;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly ref?: Ref<HTMLInputElement>;
}

/** What is said of a text that is too long; undefined while it fits. */
export const tooLong = (
  value: string,
  most: number,
  { t }: FieldProps['say'],
): string | undefined => {
  const over = value.trim().length - most;
  return over > 0 ? t('edit_form_over', over) : undefined;
};

/** One line of text. */
export function TextInput({ value, onChange, most, lang, list, inputMode, ref, ...field }: Props) {
  const long = most === undefined ? undefined : tooLong(value, most, field.say);
  return (
    <Field {...field} wrong={field.wrong ?? long}>
      {(framed) => (
        <input
          {...framed}
          ref={ref}
          type="text"
          className="ds-input fm-input"
          autoComplete="off"
          lang={lang}
          list={list}
          inputMode={inputMode}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

import type { Ref } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface Props<T extends string> extends FieldProps {
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly choices: readonly Choice<T>[];
  readonly ref?: Ref<HTMLSelectElement>;
}

/** One of a few choices. A value that is none of them stays to be seen, as it stands. */
export function SelectInput<T extends string>(props: Props<T>) {
  const { value, onChange, choices, ref, ...field } = props;
  const known = choices.some((choice) => choice.value === value);
  return (
    <Field {...field}>
      {(framed) => (
        <select
          {...framed}
          ref={ref}
          className="ds-input fm-input fm-select"
          value={value}
          onChange={(event) => {
            onChange(event.target.value as T);
          }}
        >
          {!known && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

import { useId, type ReactNode } from 'react';

interface Props {
  readonly label: ReactNode;
  /** YYYY-MM-DD, or "". */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The first day that may be chosen. */
  readonly min?: string | undefined;
  /** What is wrong with the day, if anything is. */
  readonly wrong?: string | undefined;
}

/** A date with its label, in the browser's own picker. */
export function DateField({ label, value, onChange, min, wrong }: Props) {
  const id = useId();
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="ds-input ds-date"
        type="date"
        value={value}
        min={min}
        max="9999-12-31"
        aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
        aria-invalid={wrong === undefined ? undefined : true}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {wrong !== undefined && (
        <p className="ds-wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

import { useState } from 'react';
import { Field, type FieldProps } from './Field.tsx';

interface Props extends FieldProps {
  /** Undefined: nothing is set. */
  readonly value: number | undefined;
  /** Called with whole numbers within the bounds alone; with undefined when it was cleared and may be empty. */
  readonly onChange: (value: number | undefined) => void;
  readonly min: number;
  readonly max: number;
  /** It may be empty. */
  readonly optional?: boolean;
  /** What stands behind the number: "days". */
  readonly unit?: string;
}

/** The number that a text is; undefined for none, for a fraction, and for one out of bounds. */
function numberIn(text: string, min: number, max: number): number | undefined {
  const plain = text.trim();
  if (!/^-?\d{1,9}$/.test(plain)) return undefined;
  const value = Number(plain);
  return value >= min && value <= max ? value : undefined;
}

/** A whole number within bounds. What is typed stays as it is while it is no such number, and says so. */
export function NumberInput(props: Props) {
  const { value, onChange, min, max, optional = false, unit, ...field } = props;
  const shown = value === undefined ? '' : String(value);
  const [typed, setTyped] = useState({ text: shown, of: value });
  // Another value came from outside, by undoing for example: it takes the place of what was typed.
  const text = typed.of === value ? typed.text : shown;
  const good = numberIn(text, min, max) !== undefined || (optional && text.trim() === '');
  const bounds = field.say.t('edit_form_number', [
    field.say.fmt.number(min),
    field.say.fmt.number(max),
  ]);
  const change = (next: string): void => {
    const read = numberIn(next, min, max);
    const cleared = optional && next.trim() === '';
    const taken = cleared ? undefined : (read ?? value);
    setTyped({ text: next, of: taken });
    if (taken !== value) onChange(taken);
  };
  return (
    <Field {...field} wrong={field.wrong ?? (good ? undefined : bounds)}>
      {(framed) => (
        <span className="fm-number">
          <input
            {...framed}
            type="text"
            inputMode="numeric"
            className="ds-input"
            autoComplete="off"
            value={text}
            onChange={(event) => {
              change(event.target.value);
            }}
          />
          {unit !== undefined && <span className="fm-unit">{unit}</span>}
        </span>
      )}
    </Field>
  );
}

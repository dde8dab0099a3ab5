import { Field, type FieldProps } from './Field.tsx';
import { tooLong } from './TextInput.tsx';

interface Props extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The most characters that may be kept; more can be typed, and it is said how many are too many. */
  readonly most?: number;
  /** The language that the text is in, where it is not the screen's. */
  readonly lang?: string;
  /** How many lines it shows at first. */
  readonly rows?: number;
}

/** A text of several lines, which grows with what is written. */
export function LongText({ value, onChange, most, lang, rows = 2, ...field }: Props) {
  const long = most === undefined ? undefined : tooLong(value, most, field.say);
  return (
    <Field {...field} wrong={field.wrong ?? long}>
      {(framed) => (
        <textarea
          {...framed}
          className="ds-input fm-input fm-long"
          rows={rows}
          lang={lang}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

import type { Say } from '../../options/say.ts';
import { DateField } from '../../ui/DateField.tsx';

interface Props {
  readonly label: string;
  readonly say: Say;
  /** YYYY-MM-DD, or "". */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  /** What is wrong with the day, if anything is. */
  readonly wrong?: string | undefined;
}

/** A day, in the browser's own picker. */
export function DateInput({ label, say, required, ...rest }: Props) {
  return (
    <div className="fm-field fm-day">
      <DateField
        {...rest}
        label={
          <>
            {label}
            {required && <span className="fm-needed"> {say.t('edit_form_needed')}</span>}
          </>
        }
      />
    </div>
  );
}

import { useState } from 'react';
import { isDecimal } from '../../../lib/core/money.ts';
import { keptOfTyped, readTypedAmount } from '../../../lib/app/admin/typed-amount.ts';
import type { Say } from '../../options/say.ts';
import { Field } from '../form/Field.tsx';
import { wholeOf } from './typed.ts';

/** An amount in digits alone, as an example. */
const SAMPLE = '50000';

interface Props {
  readonly say: Say;
  readonly label: string;
  readonly labelHidden?: boolean;
  /** A plain decimal, or what was typed and not understood. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What stands behind the number: "EUR", "%". */
  readonly unit?: string | undefined;
}

/** An amount or a number, typed as the language of the screen writes it and shown so once the field is left. */
export function DecimalText({ say, label, labelHidden = true, value, onChange, unit }: Props) {
  const { locale, number } = say.fmt;
  const shown = isDecimal(value) ? number(value) : value;
  const [typed, setTyped] = useState({ text: shown, of: value });
  // Until it was left once, a number on its way is not called wrong.
  const [left, setLeft] = useState(true);
  // Another value came from outside: it takes the place of what was typed.
  const text = typed.of === value ? typed.text : shown;
  return (
    <TextInput
      {...{ say, label, labelHidden, unit, text }}
      inputMode="decimal"
      wrong={left ? wrongAmount(text, value, say) : undefined}
      onText={(next) => {
        const kept = keptOfTyped(next, locale);
        setTyped({ text: next, of: kept });
        setLeft(false);
        if (kept !== value) onChange(kept);
      }}
      onLeave={() => {
        setTyped({ text: shown, of: value });
        setLeft(true);
      }}
    />
  );
}

/**
 * What is to be said of a number that was typed; undefined for nothing. What one language could not read stays unread in
 * another until somebody types it anew.
 */
function wrongAmount(text: string, value: string, { t, fmt }: Say): string | undefined {
  const read = readTypedAmount(text, fmt.locale);
  if (read.is === 'empty' || (read.is === 'number' && isDecimal(value))) return undefined;
  if (read.is !== 'two') return t('cond_amount_unread', [SAMPLE]);
  const [small, large] = read.readings;
  return t('cond_amount_two', [fmt.number(small), fmt.number(large), small, large]);
}

/** A whole number. What is typed stays as it is while it is none, and says so. */
export function WholeText({ say, label, labelHidden = true, value, onChange, unit }: Props) {
  const [left, setLeft] = useState(true);
  const isWrong = left && value.trim() !== '' && Number.isNaN(wholeOf(value));
  return (
    <TextInput
      {...{ say, label, labelHidden, unit }}
      text={value}
      inputMode="numeric"
      wrong={isWrong ? say.t('cond_whole_unread') : undefined}
      onText={(next) => {
        setLeft(false);
        onChange(next);
      }}
      onLeave={() => {
        setLeft(true);
      }}
    />
  );
}

interface TextInputProps {
  readonly say: Say;
  readonly label: string;
  readonly labelHidden: boolean;
  readonly unit: string | undefined;
  readonly text: string;
  readonly inputMode: 'decimal' | 'numeric';
  readonly wrong: string | undefined;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

function TextInput(props: TextInputProps) {
  const { say, label, labelHidden, unit, text, inputMode, wrong, onText, onLeave } = props;
  return (
    <div className="cn-number">
      <Field say={say} label={label} labelHidden={labelHidden} wrong={wrong}>
        {(framed) => (
          <span className="cn-with-unit">
            <input
              {...framed}
              type="text"
              inputMode={inputMode}
              className="ds-input cn-input"
              autoComplete="off"
              value={text}
              onChange={(event) => {
                onText(event.target.value);
              }}
              onBlur={onLeave}
            />
            {unit !== undefined && <span className="cn-unit">{unit}</span>}
          </span>
        )}
      </Field>
    </div>
  );
}

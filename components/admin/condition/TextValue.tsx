import { ComboBox, I18nProvider, Label } from 'react-aria-components';
import type { Say } from '../../options/say.ts';
import { SelectInput } from '../form/SelectInput.tsx';
import type { Choices } from './choices.ts';
import { ChooserField, ChooserList } from './ChooserList.tsx';

interface Props {
  readonly say: Say;
  readonly label: string;
  readonly choices: Choices;
  readonly value: string;
  /** The value in words. */
  readonly shown: string;
  readonly onChange: (value: string) => void;
}

/** A text to compare with: one of a few, or any text, with those that deals have there to choose from. */
export function TextValue({ say, label, choices, value, shown, onChange }: Props) {
  if (choices.closed) {
    return <ClosedValue {...{ say, label, choices, value, onChange }} />;
  }
  return (
    <I18nProvider locale={say.fmt.locale}>
      <ComboBox
        className="cn-chooser"
        allowsCustomValue
        inputValue={shown}
        onInputChange={(text) => {
          if (text !== shown) onChange(text);
        }}
      >
        <Label className="ds-hidden">{label}</Label>
        <ChooserField say={say} placeholder={say.t('cond_value_type')} />
        <ChooserList say={say} groups={[{ title: '', options: choices.options }]} />
      </ComboBox>
    </I18nProvider>
  );
}

type ClosedProps = Omit<Props, 'shown'>;

function ClosedValue({ say, label, choices, value, onChange }: ClosedProps) {
  const options = choices.options.map(({ id, text }) => ({ value: id, label: text }));
  const none = { value: '', label: say.t('cond_choose') };
  return (
    <SelectInput
      say={say}
      label={label}
      labelHidden
      value={value}
      onChange={onChange}
      choices={value === '' ? [none, ...options] : options}
    />
  );
}

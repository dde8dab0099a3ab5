import { useState } from 'react';
import type { Say } from '../../../options/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextInput } from '../../form/TextInput.tsx';

interface Props {
  readonly say: Say;
  readonly label: string;
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any number of values: boxes for those that are known, and a line for one that is not. */
export function ValuePicker({ say, label, offered, chosen, onChange }: Props) {
  const { t } = say;
  const [text, setText] = useState('');
  // A value that was chosen keeps its box when it is no longer: the focus stands on it.
  const [kept, setKept] = useState(chosen);
  const boxes = [...new Set([...offered, ...kept])];
  const has = (value: string): boolean => chosen.includes(value);
  const add = (): void => {
    const value = text.trim();
    if (value !== '' && !has(value)) {
      setKept([...kept, value]);
      onChange([...chosen, value]);
    }
    setText('');
  };
  return (
    <fieldset className="pt-set">
      <legend className="fm-label">{label}</legend>
      {chosen.length === 0 && <p className="pt-gap-said">{t('parts_when_choose')}</p>}
      <div className="pt-boxes">
        {boxes.map((value) => (
          <label key={value} className="pt-choice">
            <input
              type="checkbox"
              checked={has(value)}
              onChange={({ target }) => {
                onChange(
                  target.checked ? [...chosen, value] : chosen.filter((each) => each !== value),
                );
              }}
            />
            <span>{value}</span>
          </label>
        ))}
      </div>
      <form
        className="pt-add"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextInput
          say={say}
          label={t('parts_when_another')}
          most={120}
          value={text}
          onChange={setText}
        />
        <Button type="submit">{t('parts_when_add')}</Button>
      </form>
    </fieldset>
  );
}

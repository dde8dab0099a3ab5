import { useRef } from 'react';
import type { Say } from '../../options/say.ts';
import { Icon } from '../../ui/Icon.tsx';
import { AddText } from './AddText.tsx';
import type { Choices } from './choices.ts';

interface Props {
  readonly say: Say;
  readonly label: string;
  readonly choices: Choices;
  readonly values: readonly string[];
  /** A value in words. */
  readonly wordOf: (value: string) => string;
  readonly onChange: (values: readonly string[]) => void;
  /** Where the focus can be put. */
  readonly mark?: string;
  /** What stands in the field while there is no value. */
  readonly none?: string;
}

/** Several texts, each a chip that can be taken away, and a field that adds one. */
export function TextValues(props: Props) {
  const { say, label, choices, values, wordOf, onChange, mark, none } = props;
  const box = useRef<HTMLDivElement>(null);
  const remove = (index: number): void => {
    const { current } = box;
    const buttons = current?.querySelectorAll<HTMLElement>('.cn-chip button') ?? [];
    (buttons[index + 1] ?? buttons[index - 1] ?? current?.querySelector('input'))?.focus();
    onChange(values.filter((_, at) => at !== index));
  };
  const add = say.t('cond_value_more');
  return (
    <div className="cn-chips" ref={box}>
      {values.length > 0 && (
        <ul aria-label={label}>
          {values.map((value, index) => (
            <Chip
              // The same text can stand there twice.
              key={`${value} ${values.indexOf(value, index) - values.indexOf(value)}`}
              say={say}
              text={wordOf(value)}
              onRemove={() => {
                remove(index);
              }}
            />
          ))}
        </ul>
      )}
      <AddText
        say={say}
        label={`${label}: ${add}`}
        placeholder={values.length === 0 && none !== undefined ? none : add}
        mark={mark}
        options={choices.options.filter(({ id }) => !values.includes(id))}
        closed={choices.closed}
        onAdd={(text) => {
          if (!values.includes(text)) onChange([...values, text]);
        }}
      />
    </div>
  );
}

interface ChipProps {
  readonly say: Say;
  readonly text: string;
  readonly onRemove: () => void;
}

function Chip({ say, text, onRemove }: ChipProps) {
  return (
    <li className="cn-chip">
      <span title={text}>{text}</span>
      <button type="button" aria-label={say.t('cond_value_remove', [text])} onClick={onRemove}>
        <Icon name="close" size={12} />
      </button>
    </li>
  );
}

import { useId, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import type { PanelProps } from './PickerPanel.tsx';

interface Props extends Pick<PanelProps, 'actions' | 'say'> {
  /** The choices of the site's own list; none where it is no list. */
  readonly labels: readonly string[];
}

/** Which stages mean that a deal is won or lost: without it, every deal would count as open. */
export function StagesAsk({ labels, actions, say: { t } }: Props) {
  const [won, setWon] = useState('');
  const [lost, setLost] = useState('');
  return (
    <form
      className="ds-pick-ask"
      onSubmit={(event) => {
        event.preventDefault();
        actions.decide(won, lost);
      }}
    >
      <p>{t('picker_stages')}</p>
      <StageField
        label={t('picker_won')}
        labels={labels}
        value={won}
        onChange={setWon}
        none={t('picker_none')}
      />
      <StageField
        label={t('picker_lost')}
        labels={labels}
        value={lost}
        onChange={setLost}
        none={t('picker_none')}
      />
      <div className="ds-actions">
        <Button type="submit">{t('picker_use')}</Button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly labels: readonly string[];
  readonly none: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function StageField({ label, labels, none, value, onChange }: FieldProps) {
  const id = useId();
  const change = (event: { target: { value: string } }): void => {
    onChange(event.target.value);
  };
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      {labels.length === 0 ? (
        <input
          id={id}
          className="ds-input"
          value={value}
          maxLength={120}
          autoComplete="off"
          onChange={change}
        />
      ) : (
        <select id={id} className="ds-input" value={value} onChange={change}>
          <option value="">{none}</option>
          {labels.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      )}
    </div>
  );
}

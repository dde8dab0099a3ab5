import { useId } from 'react';
import { DEFAULT_WINDOW } from '../../../../lib/core/window.ts';
import { NumberInput } from '../../form/NumberInput.tsx';
import type { PartProps } from '../part.ts';

/** How far off a close date may lie: learned from won deals, or a number of days. */
export function WindowChoice({ desk: { say }, draft, change }: PartProps) {
  const { t } = say;
  const id = useId();
  const { window } = draft;
  const learned = window === 'learned';
  const set = (next: typeof window): void => {
    change((now) => ({ ...now, window: next }));
  };
  return (
    <fieldset className="pt-set">
      <legend className="fm-label">{t('parts_window')}</legend>
      <Choice
        name={id}
        label={t('parts_window_learned')}
        checked={learned}
        onChoose={() => {
          set('learned');
        }}
      />
      <Choice
        name={id}
        label={t('parts_window_set')}
        checked={!learned}
        onChoose={() => {
          if (learned) set(DEFAULT_WINDOW);
        }}
      />
      {!learned && (
        <NumberInput
          say={say}
          label={t('parts_window_days')}
          unit={t('parts_unit_calendar')}
          min={1}
          max={1095}
          value={window}
          onChange={(days) => {
            if (days !== undefined) set(days);
          }}
        />
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, label, checked, onChoose }: ChoiceProps) {
  return (
    <label className="pt-choice">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{label}</span>
    </label>
  );
}

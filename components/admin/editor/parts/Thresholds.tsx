import type { SignalRule } from '../../../../lib/core/playbook.ts';
import type { Say } from '../../../options/say.ts';
import { NumberInput } from '../../form/NumberInput.tsx';
import { SIGNAL_UNITS } from './signal-units.ts';

interface Props {
  readonly say: Say;
  readonly rule: SignalRule;
  readonly onChange: (part: Partial<Pick<SignalRule, 'amber' | 'red'>>) => void;
}

/** From which numbers on a signal is amber and red. A red of 0 is none, and shows as an empty field. */
export function Thresholds({ say, rule, onChange }: Props) {
  const { t } = say;
  const { unit, factor, red, max } = SIGNAL_UNITS[rule.id];
  const shown = (value: number): number => Math.round(value * factor);
  const order = red && rule.red > 0 && rule.red < rule.amber;
  return (
    <>
      <div className="pt-pair">
        <NumberInput
          say={say}
          label={t('parts_amber')}
          unit={t(unit)}
          min={rule.id === 'month-end-habit' ? 1 : 0}
          max={max}
          value={shown(rule.amber)}
          onChange={(value) => {
            if (value !== undefined) onChange({ amber: value / factor });
          }}
        />
        {red && (
          <NumberInput
            say={say}
            optional
            label={t('parts_red')}
            unit={t(unit)}
            min={1}
            max={max}
            value={rule.red === 0 ? undefined : shown(rule.red)}
            wrong={order ? t('parts_red_order') : undefined}
            onChange={(value) => {
              onChange({ red: (value ?? 0) / factor });
            }}
          />
        )}
      </div>
      {red && <p className="op-small">{t('parts_red_hint')}</p>}
    </>
  );
}

import type { MessageKey } from '../../../lib/app/words.ts';
import type { Say } from '../../options/say.ts';
import { Field } from '../form/Field.tsx';
import { SelectInput } from '../form/SelectInput.tsx';
import { WholeText } from './NumberText.tsx';
import { DAY_WAYS, UNITS, type DayWay, type Typed, type Unit } from './typed.ts';

interface Props {
  readonly say: Say;
  readonly typed: Typed;
  readonly onChange: (change: Partial<Typed>) => void;
}

const WAY_KEYS: Readonly<Record<DayWay, MessageKey>> = {
  today: 'cond_way_today',
  ahead: 'cond_way_ahead',
  ago: 'cond_way_ago',
  date: 'cond_way_date',
  'window-end': 'cond_way_window',
};
const UNIT_KEYS: Readonly<Record<Unit, MessageKey>> = {
  calendar: 'parts_unit_calendar',
  working: 'parts_unit_working',
};

/** A day to compare with: today, so many days from it, a fixed date, or the end of the window. */
export function DayEditor({ say, typed, onChange }: Props) {
  const { t } = say;
  const counts = typed.way === 'ahead' || typed.way === 'ago';
  return (
    <>
      <SelectInput
        say={say}
        label={t('cond_way')}
        labelHidden
        value={typed.way}
        onChange={(way) => {
          onChange({ way });
        }}
        choices={DAY_WAYS.map((way) => ({ value: way, label: t(WAY_KEYS[way]) }))}
      />
      {counts && (
        <>
          <WholeText
            say={say}
            label={t('cond_days')}
            value={typed.days}
            onChange={(days) => {
              onChange({ days });
            }}
          />
          <SelectInput
            say={say}
            label={t('cond_unit')}
            labelHidden
            value={typed.unit}
            onChange={(unit) => {
              onChange({ unit });
            }}
            choices={UNITS.map((unit) => ({ value: unit, label: t(UNIT_KEYS[unit]) }))}
          />
        </>
      )}
      {typed.way === 'date' && <FixedDate {...{ say, typed, onChange }} />}
    </>
  );
}

function FixedDate({ say, typed, onChange }: Props) {
  return (
    <Field say={say} label={say.t('cond_date')} labelHidden>
      {(framed) => (
        <input
          {...framed}
          className="ds-input ds-date"
          type="date"
          max="9999-12-31"
          value={typed.date}
          onChange={(event) => {
            onChange({ date: event.target.value });
          }}
        />
      )}
    </Field>
  );
}

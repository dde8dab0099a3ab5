import { DEFAULT_CADENCE, type Cadence as Rhythm } from '../../../../lib/core/cadence.ts';
import { hourOf, weekdayOf } from '../../../options/moments.ts';
import type { Say } from '../../../options/say.ts';
import { NumberInput } from '../../form/NumberInput.tsx';
import { SelectInput } from '../../form/SelectInput.tsx';
import { Switch } from '../../form/Switch.tsx';
import type { PartProps } from '../part.ts';
import { withPart } from './lists.ts';

/** A Monday; the days of the week follow it. */

/** How often the team looks at its deals. A team without a rhythm of its own has none set. */
export function Cadence({ desk: { say }, draft, change }: PartProps) {
  const { t } = say;
  const { cadence } = draft;
  const set = (next: Rhythm | undefined): void => {
    change((now) => withPart(now, 'cadence', next));
  };
  return (
    <>
      <Switch
        label={t('parts_cadence_on')}
        checked={cadence !== undefined}
        onChange={(on) => {
          set(on ? DEFAULT_CADENCE : undefined);
        }}
      />
      {cadence && <Rhythms say={say} cadence={cadence} set={set} />}
    </>
  );
}

interface RhythmProps {
  readonly say: Say;
  readonly cadence: Rhythm;
  readonly set: (next: Rhythm) => void;
}

function Rhythms({ say, cadence, set }: RhythmProps) {
  const { t } = say;
  const { scrub, weekly, oneOnOne } = cadence;
  const unit = t('parts_unit_working');
  return (
    <>
      <div className="pt-pair">
        <NumberInput
          {...{ say, unit }}
          label={t('parts_scrub_forecast')}
          min={1}
          max={60}
          value={scrub.forecast}
          onChange={(forecast) => {
            if (forecast !== undefined) set({ ...cadence, scrub: { ...scrub, forecast } });
          }}
        />
        <NumberInput
          {...{ say, unit }}
          label={t('parts_scrub_commit')}
          min={1}
          max={60}
          value={scrub.commit}
          onChange={(commit) => {
            if (commit !== undefined) set({ ...cadence, scrub: { ...scrub, commit } });
          }}
        />
      </div>
      <div className="pt-pair">
        <Weekly
          {...{ say, weekly }}
          onChange={(part) => {
            set({ ...cadence, weekly: { ...weekly, ...part } });
          }}
        />
      </div>
      <NumberInput
        {...{ say, unit }}
        label={t('parts_one_on_one')}
        min={1}
        max={90}
        value={oneOnOne}
        onChange={(days) => {
          if (days !== undefined) set({ ...cadence, oneOnOne: days });
        }}
      />
    </>
  );
}

interface WeeklyProps {
  readonly say: Say;
  readonly weekly: Rhythm['weekly'];
  readonly onChange: (part: Partial<Rhythm['weekly']>) => void;
}

/** The day and the hour by their names in the screen's language. */
function Weekly({ say, weekly, onChange }: WeeklyProps) {
  const { t, fmt } = say;
  return (
    <>
      <SelectInput
        say={say}
        label={t('parts_weekly_day')}
        value={String(weekly.day)}
        choices={Array.from({ length: 7 }, (_, at) => ({
          value: String(at + 1),
          label: fmt.capital(weekdayOf(at + 1, fmt)),
        }))}
        onChange={(value) => {
          onChange({ day: Number(value) });
        }}
      />
      <SelectInput
        say={say}
        label={t('parts_weekly_hour')}
        value={String(weekly.hour)}
        choices={Array.from({ length: 24 }, (_, at) => ({
          value: String(at),
          label: hourOf(at, fmt),
        }))}
        onChange={(value) => {
          onChange({ hour: Number(value) });
        }}
      />
    </>
  );
}

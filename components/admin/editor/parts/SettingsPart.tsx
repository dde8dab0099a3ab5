import type { ReactNode } from 'react';
import { CountrySelect } from '../../../options/CountrySelect.tsx';
import { NumberInput } from '../../form/NumberInput.tsx';
import type { PartProps } from '../part.ts';
import { Budget } from './Budget.tsx';
import { Cadence } from './Cadence.tsx';
import { Currencies } from './Currencies.tsx';
import { DaysOff } from './DaysOff.tsx';
import { PartFindings } from './PartFindings.tsx';
import { NeededText } from './RuleFields.tsx';
import { WindowChoice } from './WindowChoice.tsx';

/** What holds for the whole playbook: its name, window, ages, where the team works, its budget and its rhythm. */
export function SettingsPart(props: PartProps) {
  const { desk, change } = props;
  const { say } = desk;
  const { t } = say;
  return (
    <div className="pt">
      <PartFindings {...props} entries="" />
      <Group title={t('parts_name')}>
        <NeededText
          say={say}
          label={t('parts_playbook_name')}
          value={props.draft.name}
          onChange={(name) => {
            change((now) => ({ ...now, name }));
          }}
        />
      </Group>
      <Group title={t('parts_settings_window')} lead={t('parts_window_lead')}>
        <WindowChoice {...props} />
        <AnswerAge {...props} />
      </Group>
      <Group title={t('parts_settings_place')}>
        <Currencies {...props} />
        <CountrySelect
          desk={desk}
          value={props.draft.country}
          onChange={(country) => {
            change((now) => ({ ...now, country }));
          }}
        />
        <DaysOff {...props} />
      </Group>
      <Group title={t('parts_settings_budget')} lead={t('parts_budget_lead')}>
        <Budget {...props} />
      </Group>
      <Group title={t('parts_settings_cadence')} lead={t('parts_cadence_lead')}>
        <Cadence {...props} />
      </Group>
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

function Group({ title, lead, children }: GroupProps) {
  return (
    <section className="op-panel pt-group">
      <h3 className="op-name">{title}</h3>
      {lead !== undefined && <p className="op-small">{lead}</p>}
      {children}
    </section>
  );
}

function AnswerAge({ desk: { say }, draft, change }: PartProps) {
  const { t } = say;
  const set = (part: Partial<PartProps['draft']['answerAge']>): void => {
    change((now) => ({ ...now, answerAge: { ...now.answerAge, ...part } }));
  };
  return (
    <fieldset className="pt-set">
      <legend className="fm-label">{t('parts_age')}</legend>
      <p className="fm-hint">{t('parts_age_hint')}</p>
      <div className="pt-pair">
        <NumberInput
          say={say}
          label={t('parts_age_forecast')}
          unit={t('parts_unit_calendar')}
          min={1}
          max={365}
          value={draft.answerAge.forecast}
          onChange={(forecast) => {
            if (forecast !== undefined) set({ forecast });
          }}
        />
        <NumberInput
          say={say}
          label={t('parts_age_commit')}
          unit={t('parts_unit_calendar')}
          min={1}
          max={365}
          value={draft.answerAge.commit}
          onChange={(commit) => {
            if (commit !== undefined) set({ commit });
          }}
        />
      </div>
    </fieldset>
  );
}

import { useRef, useState, type Ref } from 'react';
import { RETENTIONS, type Retention } from '../../../lib/app/admin/data-model.ts';
import { ACT_FAULT_KEYS } from '../../card/fault-words.ts';
import { SelectInput } from '../form/SelectInput.tsx';
import type { Say } from '../../options/say.ts';
import { Section } from '../../options/Section.tsx';
import { Ask } from '../../options/Ask.tsx';
import type { DataProps } from './DataScreen.tsx';
import { Said, type SaidText } from '../../options/Said.tsx';

function spanText(days: Retention, { t, fmt }: Say): string {
  if (days === null) return t('data_keep_forever');
  if (days === 365) return t('data_keep_year');
  return days === 730 ? t('data_keep_years') : t('data_keep_days', [fmt.number(days)]);
}

const keptText = (days: Retention, say: Say): string =>
  days === null ? say.t('data_kept_forever') : say.t('data_kept_now', [spanText(days, say)]);

interface Asking {
  readonly days: Retention;
  /** How many deals would go; null where that cannot be read. */
  readonly goes: number | null;
}

/** How long deals are kept. A shorter time is asked about first, with what it would cost today. */
export function RetentionSection({ desk, view, held, again }: DataProps) {
  const { say, actions } = desk;
  const { t } = say;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [said, setSaid] = useState<SaidText | null>(null);
  const select = useRef<HTMLSelectElement>(null);
  const retain = async (days: Retention): Promise<void> => {
    const result = await actions.data.retain(days);
    await again();
    setAsking(null);
    select.current?.focus();
    setSaid(
      result.ok
        ? { good: true, text: keptText(days, say) }
        : { good: false, text: t(ACT_FAULT_KEYS[result.fault]) },
    );
  };
  const choose = async (days: Retention): Promise<void> => {
    setSaid(null);
    if (days === null) await retain(days);
    else setAsking({ days, goes: await actions.data.wouldGo(days) });
  };
  return (
    <Section title={t('data_keep_title')} lead={t('data_keep_lead')}>
      <div className="op-panel">
        {held ? (
          <p>{keptText(view.retention, say)}</p>
        ) : (
          <Choose
            ref={select}
            say={say}
            chosen={asking ? asking.days : view.retention}
            onChoose={(days) => void choose(days)}
          />
        )}
        {asking && (
          <Ask
            wide
            say={say}
            key={String(asking.days)}
            title={t('data_keep_ask', [spanText(asking.days, say)])}
            yes={t('data_keep_yes')}
            onYes={() => void retain(asking.days)}
            onNo={() => {
              setAsking(null);
            }}
          >
            <p>{goesText(asking.goes, say)}</p>
          </Ask>
        )}
        <Said said={said} />
      </div>
    </Section>
  );
}

function goesText(goes: number | null, { t, fmt }: Say): string {
  if (goes === null) return t('records_fault_refused');
  return goes === 0 ? t('data_keep_goes_none') : t('data_keep_goes', goes, [fmt.number(goes)]);
}

interface ChooseProps {
  readonly ref: Ref<HTMLSelectElement>;
  readonly say: Say;
  readonly chosen: Retention;
  readonly onChoose: (days: Retention) => void;
}

function Choose({ ref, say, chosen, onChoose }: ChooseProps) {
  return (
    <SelectInput
      ref={ref}
      label={say.t('data_keep_label')}
      say={say}
      value={String(chosen)}
      onChange={(value) => {
        const days = RETENTIONS.find((one) => String(one) === value);
        if (days !== undefined) onChoose(days);
      }}
      choices={RETENTIONS.map((days) => ({ value: String(days), label: spanText(days, say) }))}
    />
  );
}

import { useState } from 'react';
import type { LeftDay } from '../../../lib/app/admin/left.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import { ACT_FAULT_KEYS, RECORDS_FAULT_KEYS } from '../../card/fault-words.ts';
import { heldBy } from '../delivery/held.ts';
import { SetBy } from '../delivery/SetBy.tsx';
import type { Desk } from '../../options/desk.ts';
import { timeOf } from '../../options/moments.ts';
import type { Say } from '../../options/say.ts';
import type { ScreenProps } from '../../options/screen.ts';
import { Section } from '../../options/Section.tsx';
import { Button } from '../../ui/Button.tsx';
import { Ask } from '../../options/Ask.tsx';
import { Said, type SaidText } from '../../options/Said.tsx';
import { useLook } from '../../options/use-look.ts';

type Line = LeftDay['lines'][number];

const WHAT_KEYS: Readonly<Record<Line['kind'], MessageKey>> = {
  read: 'left_kind_read',
  note: 'left_kind_note',
  salesforce: 'left_kind_salesforce',
  playbook: 'left_kind_playbook',
};

/** Days that are shown at first. */
const FIRST_DAYS = 7;

/** What left this browser, day by day, and what never does. */
export function LeftScreen({ desk }: ScreenProps) {
  const { t } = desk.say;
  const { found, again } = useLook(desk.actions.left.look, desk.view);
  const none = found?.ok === true && found.days.length === 0;
  return (
    <>
      <p className="op-lead">{t('left_lead')}</p>
      <SetBy desk={desk} lock="data" />
      <Section title={t(none ? 'left_none_title' : 'left_days_title')}>
        {!found && (
          <p className="op-panel" aria-busy>
            {t('data_counting')}
          </p>
        )}
        {found?.ok === false && <p className="op-panel">{t(RECORDS_FAULT_KEYS[found.fault])}</p>}
        {found?.ok && none && <p className="op-panel">{t('left_none')}</p>}
        {found?.ok && <Days days={found.days} say={desk.say} />}
        {found?.ok && <Forget desk={desk} some={!none} again={again} />}
      </Section>
      <Never t={t} />
    </>
  );
}

function Days({ days, say }: { readonly days: readonly LeftDay[]; readonly say: Say }) {
  const [all, setAll] = useState(false);
  const shown = all ? days : days.slice(0, FIRST_DAYS);
  return (
    <>
      {shown.map((day) => (
        <Day key={day.day} of={day} say={say} />
      ))}
      {shown.length < days.length && (
        <p className="dt-more">
          <Button
            onClick={() => {
              setAll(true);
            }}
          >
            {say.t('left_more')}
          </Button>
        </p>
      )}
    </>
  );
}

function Day({ of: { day, lines }, say }: { readonly of: LeftDay; readonly say: Say }) {
  const { t, fmt } = say;
  return (
    <div className="op-panel op-rows dt-day">
      <h3 className="op-strong">{fmt.date(day)}</h3>
      <ul>
        {lines.map(({ host, kind, count, last }) => (
          <li key={`${host} ${kind}`} className="op-row dt-line">
            <div>
              <p>{host}</p>
              <p className="op-small">{t(WHAT_KEYS[kind])}</p>
            </div>
            <p className="op-small dt-times">
              {t('left_times', count, [fmt.number(count), timeOf(last, fmt)])}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ForgetProps {
  readonly desk: Desk;
  readonly some: boolean;
  readonly again: () => Promise<void>;
}

function Forget({ desk, some, again }: ForgetProps) {
  const { t } = desk.say;
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<SaidText | null>(null);
  const held = heldBy(desk.view, 'data') !== null;
  const erase = async (): Promise<void> => {
    const result = await desk.actions.left.forget();
    await again();
    setAsking(false);
    setSaid(
      result.ok
        ? { good: true, text: t('left_erased') }
        : { good: false, text: t(ACT_FAULT_KEYS[result.fault]) },
    );
  };
  return (
    <div className="dt-more">
      {some && !held && (
        <Button
          busy={asking}
          onClick={() => {
            setSaid(null);
            setAsking(true);
          }}
        >
          {t('left_erase')}
        </Button>
      )}
      {asking && (
        <Ask
          wide
          say={desk.say}
          title={t('left_erase_ask')}
          yes={t('left_erase_yes')}
          onYes={() => void erase()}
          onNo={() => {
            setAsking(false);
          }}
        >
          <p>{t('left_erase_goes')}</p>
        </Ask>
      )}
      <Said said={said} />
    </div>
  );
}

const NEVER = [
  'left_never_deals',
  'left_never_us',
  'left_never_pages',
  'left_never_code',
] as const satisfies readonly MessageKey[];

function Never({ t }: Pick<Say, 't'>) {
  return (
    <Section title={t('left_never_title')}>
      <ul className="op-panel dt-never">
        {NEVER.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </Section>
  );
}

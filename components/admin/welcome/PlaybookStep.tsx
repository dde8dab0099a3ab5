import { useState } from 'react';
import type { PlaybookStep as Step } from '../../../lib/app/admin/welcome-model.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import { hashOf } from '../../options/routes.ts';
import type { Say } from '../../options/say.ts';
import { Button } from '../../ui/Button.tsx';
import type { StepProps } from './Welcome.tsx';

type PackId = StepProps['view']['packs'][number]['id'];

const PACK_KEYS: Readonly<Record<PackId, MessageKey>> = {
  'bant-light': 'welcome_pack_bant',
  spiced: 'welcome_pack_spiced',
  meddpicc: 'welcome_pack_meddpicc',
};

/** The second step: which rules a deal is held against. */
export function PlaybookStep(props: StepProps) {
  const { view, say } = props;
  const { t } = say;
  const { playbook } = view;
  const [other, setOther] = useState(false);
  if (playbook.kind === 'set') return <p>{t('welcome_pack_set')}</p>;
  if (playbook.kind === 'open' || other) {
    return (
      <Choices
        {...props}
        onTaken={() => {
          setOther(false);
        }}
      />
    );
  }
  return (
    <>
      <p>{takenText(playbook, say)}</p>
      <div className="op-actions">
        <Button
          onClick={() => {
            setOther(true);
          }}
        >
          {t('welcome_pack_other')}
        </Button>
        {playbook.kind === 'theirs' && (
          <a href={`/options.html${hashOf('deliver')}`}>{t('welcome_pack_theirs_how')}</a>
        )}
      </div>
    </>
  );
}

function takenText(step: Exclude<Step, { kind: 'set' }>, { t, fmt }: Say): string {
  if (step.kind === 'taken')
    return t('welcome_pack_taken', [step.name ? fmt.text(step.name) : t('nav_playbook')]);
  return t('welcome_pack_theirs_taken', [fmt.text(step.starter)]);
}

function Choices({ view, actions, say, again, onTaken }: StepProps & { onTaken: () => void }) {
  const { t, fmt } = say;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const press = async (doing: () => Promise<boolean>): Promise<void> => {
    setBusy(true);
    const done = await doing();
    setBusy(false);
    setRefused(!done);
    if (done) onTaken();
    await again();
  };
  return (
    <>
      <p>{t('welcome_playbook_lead')}</p>
      <ul className="wl-packs">
        {view.packs.map(({ id, name }) => (
          <li key={id}>
            <div>
              <p className="op-strong">{fmt.text(name)}</p>
              <p className="op-small">{t(PACK_KEYS[id])}</p>
            </div>
            <Button
              busy={busy}
              onClick={() =>
                void press(async () => {
                  await actions.leaveToThem(false);
                  return await actions.take(id);
                })
              }
            >
              {t('welcome_pack_take', [fmt.text(name)])}
            </Button>
          </li>
        ))}
        <li>
          <div>
            <p className="op-strong">{t('welcome_pack_theirs')}</p>
            <p className="op-small">{t('welcome_pack_theirs_what')}</p>
          </div>
          <Button
            busy={busy}
            onClick={() =>
              void press(async () => {
                await actions.leaveToThem(true);
                return true;
              })
            }
          >
            {t('welcome_pack_theirs')}
          </Button>
        </li>
      </ul>
      <p role="status" className="op-wrong">
        {refused && t('welcome_pack_refused')}
      </p>
    </>
  );
}

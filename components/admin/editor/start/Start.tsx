import { useState } from 'react';
import { isPack, packFor } from '../../../../lib/app/options-draft.ts';
import { playbookOf } from '../../../../lib/app/options-model.ts';
import type { MessageKey } from '../../../../lib/app/words.ts';
import type { Playbook } from '../../../../lib/core/playbook.ts';
import { packs, type PackId } from '../../../../lib/playbooks/index.ts';
import type { Desk } from '../../../options/desk.ts';
import { Section } from '../../../options/Section.tsx';
import { playbookName } from '../../../options/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { Ask } from '../../../options/Ask.tsx';
import { StartFile } from './StartFile.tsx';

const SUITS: Readonly<Record<PackId, MessageKey>> = {
  'bant-light': 'options_pack_bant',
  spiced: 'options_pack_spiced',
  meddpicc: 'options_pack_meddpicc',
};

const IDS = Object.keys(packs) as PackId[];

interface Props {
  readonly desk: Desk;
  /** There is a draft, which gives way to the new one: that is asked first. */
  readonly over: boolean;
  readonly onStarted: () => void;
}

/** What a draft can be started from. */
export function Start({ desk, over, onStarted }: Props) {
  const { actions, say, view } = desk;
  const { t } = say;
  const team = playbookOf(view.inForce);
  const [failed, setFailed] = useState(false);
  const start = async (playbook: Playbook): Promise<void> => {
    setFailed(false);
    const kept = await actions.draft.start(playbook, team?.version ?? 0);
    if (kept) onStarted();
    else setFailed(true);
  };
  const row = { desk, over, onStart: start };
  return (
    <Section title={t('edit_start_title')} lead={t('edit_start_lead')}>
      <div role="alert">{failed && <p className="op-wrong">{t('edit_start_failed')}</p>}</div>
      <ul className="op-panel op-rows">
        {team && (
          <StartRow
            {...row}
            title={t('edit_start_force', [playbookName(team, say), team.version])}
            text={t('edit_start_force_text')}
            make={() => team}
          />
        )}
        {IDS.filter((id) => !team || !isPack(team, id)).map((id) => (
          <StartRow
            key={id}
            {...row}
            title={playbookName(packs[id], say)}
            text={t(SUITS[id])}
            make={() => packFor(id, team)}
          />
        ))}
        <StartFile {...row} />
      </ul>
      <p className="op-small ed-under">{t('edit_start_packs')}</p>
    </Section>
  );
}

interface RowProps {
  readonly desk: Desk;
  readonly over: boolean;
  readonly title: string;
  readonly text: string;
  readonly make: () => Playbook;
  readonly onStart: (playbook: Playbook) => Promise<void>;
}

function StartRow({ desk: { say }, over, title, text, make, onStart }: RowProps) {
  const { t } = say;
  const [asking, setAsking] = useState(false);
  return (
    <li className="op-row">
      <div className="op-row-text">
        <h3 className="op-strong">{title}</h3>
        <p>{text}</p>
      </div>
      <Button
        busy={asking}
        aria-label={t('edit_start_from', [title])}
        onClick={() => {
          if (over) setAsking(true);
          else void onStart(make());
        }}
      >
        {t('edit_start')}
      </Button>
      {asking && (
        <Ask
          wide
          say={say}
          title={t('edit_start_over', [title])}
          yes={t('edit_start_yes')}
          onYes={() => void onStart(make())}
          onNo={() => {
            setAsking(false);
          }}
        >
          <p>{t('edit_start_over_text')}</p>
        </Ask>
      )}
    </li>
  );
}

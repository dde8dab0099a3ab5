import { useState } from 'react';
import { KINDS } from '../../../lib/app/admin/data-model.ts';
import { ACT_FAULT_KEYS } from '../../card/fault-words.ts';
import { heldBy } from '../delivery/held.ts';
import { Switch } from '../form/Switch.tsx';
import { Section } from '../../options/Section.tsx';
import { Button } from '../../ui/Button.tsx';
import { Ask } from '../../options/Ask.tsx';
import type { DataProps } from './DataScreen.tsx';
import { KIND_KEYS } from './kind-words.ts';
import { Said, type SaidText } from '../../options/Said.tsx';
import { useExport } from './use-export.ts';

/** Erases everything, after it was asked, with the export offered first. */
export function EraseSection(props: DataProps) {
  const { desk, again } = props;
  const { t } = desk.say;
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<SaidText | null>(null);
  const erase = async (spared: Spared): Promise<void> => {
    const result = await desk.actions.data.erase(spared);
    await Promise.all([again(), desk.refresh()]);
    setAsking(false);
    setSaid(
      result.ok
        ? { good: true, text: t('data_erased') }
        : { good: false, text: t(ACT_FAULT_KEYS[result.fault]) },
    );
  };
  return (
    <Section title={t('data_erase_title')} lead={t('data_erase_lead')}>
      <div className="op-panel">
        <div className="op-actions">
          <Button
            busy={asking}
            onClick={() => {
              setSaid(null);
              setAsking(true);
            }}
          >
            {t('data_erase')}
          </Button>
        </div>
        {asking && (
          <EraseAsk
            {...props}
            onErase={erase}
            onClose={() => {
              setAsking(false);
            }}
          />
        )}
        <Said said={said} />
      </div>
    </Section>
  );
}

interface Spared {
  readonly settings: boolean;
  readonly playbooks: boolean;
}

interface AskProps extends DataProps {
  readonly onErase: (spared: Spared) => Promise<void>;
  readonly onClose: () => void;
}

function EraseAsk({ desk, view, onErase, onClose }: AskProps) {
  const { t, fmt } = desk.say;
  const [settings, setSettings] = useState(true);
  const [playbooks, setPlaybooks] = useState(true);
  const { busy, said, run } = useExport(desk);
  const held = heldBy(desk.view, 'playbook') !== null;
  const goes = KINDS.filter((kind) => view.summary.kinds[kind].count > 0)
    .filter((kind) => !(kind === 'settings' && settings) && !(kind === 'playbooks' && playbooks))
    .map((kind) =>
      t('data_erase_item', [t(KIND_KEYS[kind].name), fmt.number(view.summary.kinds[kind].count)]),
    );
  return (
    <Ask
      wide
      say={desk.say}
      title={t('data_erase_ask')}
      yes={t('data_erase_yes')}
      onYes={() => void onErase({ settings, playbooks })}
      onNo={onClose}
    >
      <p>
        {goes.length === 0 ? t('data_erase_goes_nothing') : t('data_erase_goes', [fmt.list(goes)])}
      </p>
      <Switch
        label={t('data_erase_settings')}
        hint={t('data_erase_settings_hint')}
        checked={settings}
        onChange={setSettings}
      />
      {!held && (
        <Switch
          label={t('data_erase_playbooks')}
          hint={t('data_erase_playbooks_hint')}
          checked={playbooks}
          onChange={setPlaybooks}
        />
      )}
      <div className="op-actions">
        <Button busy={busy} onClick={() => void run()}>
          {t(busy ? 'data_export_busy' : 'data_erase_first')}
        </Button>
      </div>
      <Said said={said} />
    </Ask>
  );
}

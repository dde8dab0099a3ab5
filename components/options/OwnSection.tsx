import { useState } from 'react';
import { playbookOf } from '../../lib/app/options-model.ts';
import { heldBy } from '../admin/delivery/held.ts';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';
import { download } from './download.ts';
import { ImportFile } from './ImportFile.tsx';
import { Section } from './Section.tsx';

/** A playbook from a file, and the one in force as a file. */
export function OwnSection({ desk }: { readonly desk: Desk }) {
  const { t } = desk.say;
  const held = heldBy(desk.view, 'playbook');
  return (
    <Section title={t('options_own_title')} lead={held ? undefined : t('options_own_lead')}>
      <div className="op-panel">
        {held ? (
          <div className="op-actions">
            <Export desk={desk} />
          </div>
        ) : (
          <>
            <ImportFile desk={desk}>
              <Export desk={desk} />
            </ImportFile>
            <p className="op-small">{t('options_own_colleagues')}</p>
          </>
        )}
      </div>
    </Section>
  );
}

function Export({ desk: { view, say } }: { readonly desk: Desk }) {
  const { t } = say;
  const [saved, setSaved] = useState('');
  const { file, inForce } = view;
  if (!file) return null;
  const version = playbookOf(inForce)?.version;
  return (
    <>
      <Button
        onClick={() => {
          download(file.name, file.text);
          setSaved(file.name);
        }}
      >
        {version === undefined ? t('options_own_export_plain') : t('options_own_export', [version])}
      </Button>
      <p role="status" className="op-small op-beside">
        {saved !== '' && t('options_own_exported', [saved])}
      </p>
    </>
  );
}

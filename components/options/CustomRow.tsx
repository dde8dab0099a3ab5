import { useState } from 'react';
import { definitionText, type SiteDefinition } from '../../lib/app/options-custom.ts';
import type { Definition } from '../../lib/core/custom-schema.ts';
import { SAVE_FAULT_KEYS } from '../card/fault-words.ts';
import { Button } from '../ui/Button.tsx';
import { Ask } from './Ask.tsx';
import { CustomEditor } from './CustomEditor.tsx';
import { CustomGrant } from './CustomGrant.tsx';
import type { CustomDesk } from './CustomSection.tsx';
import { download } from './download.ts';

interface Props {
  readonly listed: SiteDefinition;
  readonly desk: CustomDesk;
}

/** What is open under the row. */
type Open = 'edit' | 'delete' | null;

/** One definition, and what can be done with it. */
export function CustomRow({ listed, desk }: Props) {
  const { definition, from } = listed;
  const { custom, say, done } = desk;
  const { t, fmt } = say;
  const { id, name, sites, version, fields } = definition;
  const [open, setOpen] = useState<Open>(null);
  const hosts = fmt.list(sites.map((site) => new URL(site).host));
  const close = (): void => {
    setOpen(null);
  };
  const remove = async (): Promise<void> => {
    const result = await custom.remove(id);
    close();
    await done(result.ok ? t('options_custom_deleted', [name]) : t(SAVE_FAULT_KEYS[result.fault]));
  };
  return (
    <li className="op-row op-custom" data-definition={id}>
      <div className="op-row-text">
        <h3 className="op-strong">
          {name}{' '}
          <span className="op-tag">{t('options_custom_fields', Object.keys(fields).length)}</span>
        </h3>
        <p className="op-small">{t('options_custom_sites', [hosts, version])}</p>
        {from !== 'here' && <p className="op-small">{t(FROM[from])}</p>}
      </div>
      <RowActions {...{ definition, desk, open, setOpen }} fixed={desk.locked || from !== 'here'} />
      {from !== 'here' && <CustomGrant listed={listed} desk={desk} />}
      {open === 'edit' && <CustomEditor definition={definition} desk={desk} onClose={close} />}
      {open === 'delete' && (
        <Ask
          wide
          say={say}
          title={t('options_custom_delete_title', [name])}
          yes={t('options_custom_delete')}
          onYes={() => void remove()}
          onNo={close}
        >
          <p>{t('options_custom_delete_text')}</p>
        </Ask>
      )}
    </li>
  );
}

/** Who changes a definition that was not made here. */
const FROM = { playbook: 'feed_site_playbook', policy: 'feed_site_policy' } as const;

interface ActionProps extends Pick<Props, 'desk'> {
  readonly definition: Definition;
  /** It can be looked at and exported, and not be changed. */
  readonly fixed: boolean;
  readonly open: Open;
  readonly setOpen: (open: Open) => void;
}

function RowActions({ definition, desk, fixed, open, setOpen }: ActionProps) {
  const { custom, say, done } = desk;
  const { t } = say;
  const { id, name, sites, version } = definition;
  const again = async (): Promise<void> => {
    const { address } = custom.address(sites[0] ?? '');
    if (!address || !(await custom.point(address, name)))
      await done(t('options_custom_not_started'));
  };
  const save = (): void => {
    const file = `dealside-${id}-v${version}.json`;
    download(file, definitionText(definition));
    void done(t('options_custom_exported', [file]));
  };
  const exporting = (
    <Button aria-label={t('options_custom_export_name', [name])} onClick={save}>
      {t('options_custom_export')}
    </Button>
  );
  if (fixed) return <div className="op-actions op-custom-actions">{exporting}</div>;
  return (
    <div className="op-actions op-custom-actions">
      <Button aria-label={t('options_custom_point_on', [name])} onClick={() => void again()}>
        {t('options_custom_point')}
      </Button>
      <Button
        aria-label={t('options_custom_edit_name', [name])}
        aria-expanded={open === 'edit'}
        onClick={() => {
          setOpen(open === 'edit' ? null : 'edit');
        }}
      >
        {t('options_custom_edit')}
      </Button>
      {exporting}
      <Button
        aria-label={t('options_custom_delete_name', [name])}
        onClick={() => {
          setOpen('delete');
        }}
      >
        {t('options_custom_delete')}
      </Button>
    </div>
  );
}

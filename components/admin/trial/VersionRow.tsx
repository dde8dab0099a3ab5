import { useState } from 'react';
import type { Version } from '../../../lib/app/admin/versions.ts';
import { heldBy } from '../delivery/held.ts';
import { Button } from '../../ui/Button.tsx';
import type { Desk } from '../../options/desk.ts';
import { download } from '../../options/download.ts';
import { momentOf } from '../../options/moments.ts';
import { Proposal } from '../../options/Proposal.tsx';
import type { Say } from '../../options/say.ts';

interface Props {
  readonly version: Version;
  readonly desk: Desk;
}

/** A version: what it is called, when it came, by whom and why; it can be saved as a file, and its rules can come back. */
export function VersionRow({ version, desk }: Props) {
  const { actions, say, view } = desk;
  const { t } = say;
  const { id, note, inForce } = version;
  const number = version.version;
  const canReturn = !inForce && id !== 'set' && !heldBy(view, 'playbook');
  return (
    <li className="op-row tr-version">
      <div className="op-row-text">
        <p className="op-strong">
          {versionName(version, say)}{' '}
          <span className="op-tag">{t('options_version', [number])}</span>
          {inForce && <span className="op-tag op-tag-in-force">{t('versions_in_force')}</span>}
        </p>
        <p className="op-small">{originText(version, say)}</p>
        {note !== null && <p className="tr-note">{note}</p>}
      </div>
      <div className="tr-version-actions">
        <Save version={version} desk={desk} />
      </div>
      {canReturn && (
        <Proposal
          desk={desk}
          place={`back:${String(id ?? 'starter')}`}
          label={t('options_back', [number])}
          title={t('options_back_title', [number, view.next])}
          note={t('options_back_note')}
          load={() => actions.versions.rules(id)}
          publish={() => actions.goBack(id)}
        />
      )}
    </li>
  );
}

/** What a version is called. */
export const versionName = ({ name }: Version, { t, fmt }: Say): string =>
  name ? fmt.text(name) : t('options_earlier_unnamed');

/** Where a version comes from: "Published on 3 Nov 2026 at 14:05 by Ann. Version 2 came back with it." */
function originText({ source, day, at, by, back }: Version, { t, fmt }: Say): string {
  if (source === 'starter') return t('options_earlier_starter');
  if (source === 'policy') return t('versions_by_policy');
  if (source === 'url')
    return day === null ? t('versions_by_url') : t('versions_by_url_on', [fmt.date(day)]);
  const when = at === null ? fmt.date(day ?? '') : momentOf(at, fmt);
  const came = by === null ? t('versions_on', [when]) : t('versions_on_by', [when, by]);
  return back === null ? came : `${came} ${t('versions_back', [back])}`;
}

function Save({ version, desk: { actions, say } }: Props) {
  const { t } = say;
  const [said, setSaid] = useState('');
  const save = async (): Promise<void> => {
    const file = await actions.versions.file(version.id);
    if (file) download(file.name, file.text);
    setSaid(file ? t('options_own_exported', [file.name]) : t('versions_not_saved'));
  };
  return (
    <>
      <Button aria-label={t('versions_save_named', [version.version])} onClick={() => void save()}>
        {t('versions_save')}
      </Button>
      <p role="status" className="op-small">
        {said}
      </p>
    </>
  );
}

import { useEffect, useState } from 'react';
import type { Versions } from '../../../lib/app/admin/versions.ts';
import { RECORDS_FAULT_KEYS } from '../../card/fault-words.ts';
import type { ScreenProps } from '../../options/screen.ts';
import { Section } from '../../options/Section.tsx';
import { Compare } from './Compare.tsx';
import { versionKey } from './version-key.ts';
import { VersionRow } from './VersionRow.tsx';

/** The published versions, and any two of them compared. */
export function VersionsScreen({ desk }: ScreenProps) {
  const { actions, say, view } = desk;
  const { t } = say;
  const found = useVersions(actions.versions.all, view);
  if (!found) return <p>{t('options_loading')}</p>;
  if (!found.ok) return <p className="op-wrong">{t(RECORDS_FAULT_KEYS[found.fault])}</p>;
  const { versions } = found;
  return (
    <>
      <p className="op-lead">{t('versions_lead')}</p>
      {versions.length > 1 && <Compare versions={versions} desk={desk} />}
      <Section title={t('versions_title')}>
        <ul className="op-panel op-rows">
          {versions.map((version) => (
            <VersionRow key={versionKey(version)} version={version} desk={desk} />
          ))}
        </ul>
      </Section>
    </>
  );
}

/** The versions, read anew whenever the page's view is another one. */
function useVersions(read: () => Promise<Versions>, view: object): Versions | null {
  const [found, setFound] = useState<Versions | null>(null);
  useEffect(() => {
    let gone = false;
    void read().then((versions) => {
      if (!gone) setFound(versions);
    });
    return () => {
      gone = true;
    };
  }, [read, view]);
  return found;
}

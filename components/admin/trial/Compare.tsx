import { useEffect, useId, useState } from 'react';
import type { Version, VersionId } from '../../../lib/app/admin/versions.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import type { Loaded } from '../../../lib/app/playbook-text.ts';
import type { Desk } from '../../options/desk.ts';
import { Fault } from '../../options/Fault.tsx';
import type { Say } from '../../options/say.ts';
import { Section } from '../../options/Section.tsx';
import { Diff } from './Diff.tsx';
import { versionKey } from './version-key.ts';
import { versionName } from './VersionRow.tsx';

interface Props {
  /** The newest first; at least two. */
  readonly versions: readonly Version[];
  readonly desk: Desk;
}

/** Any two versions side by side: at first the newest and the one before it. */
export function Compare({ versions, desk }: Props) {
  const { say, actions } = desk;
  const { t } = say;
  const [chosen, setChosen] = useState<{ readonly before?: string; readonly after?: string }>({});
  const find = (key: string | undefined, otherwise: number): Version | undefined =>
    versions.find((version) => versionKey(version) === key) ?? versions[otherwise];
  const pair = { before: find(chosen.before, 1), after: find(chosen.after, 0) };
  const before = useRules(actions.versions.rules, pair.before);
  const after = useRules(actions.versions.rules, pair.after);
  const isOne = keyOf(pair.before) === keyOf(pair.after);
  const pick = (side: 'before' | 'after') => (
    <Pick
      label={t(side === 'before' ? 'diff_before' : 'diff_after')}
      versions={versions}
      value={keyOf(pair[side])}
      say={say}
      onChange={(key) => {
        // The other side stays what it shows, also when a newer version comes.
        setChosen({ before: keyOf(pair.before), after: keyOf(pair.after), [side]: key });
      }}
    />
  );
  return (
    <Section title={t('versions_compare')}>
      <div className="op-panel">
        <div className="tr-picks">
          {pick('before')}
          {pick('after')}
        </div>
        {before?.playbookFault && <Fault fault={before.playbookFault} say={say} />}
        {after?.playbookFault && <Fault fault={after.playbookFault} say={say} />}
        <div aria-live="polite">
          {isOne && <p className="tr-diff-none">{t('versions_same')}</p>}
          {!isOne && before?.playbook && after?.playbook && (
            <Diff before={before.playbook} after={after.playbook} say={say} />
          )}
        </div>
      </div>
    </Section>
  );
}

const keyOf = (version: Version | undefined): string => (version ? versionKey(version) : '');

interface PickProps {
  readonly label: string;
  readonly versions: readonly Version[];
  readonly value: string;
  readonly onChange: (key: string) => void;
  readonly say: Say;
}

function Pick({ label, versions, value, onChange, say }: PickProps) {
  const id = useId();
  return (
    <div className="op-field tr-pick">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="ds-input"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {versions.map((version) => (
          <option key={versionKey(version)} value={versionKey(version)}>
            {say.t('versions_option', [version.version, versionName(version, say)])}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A version's rules; null until they are read. */
function useRules(
  read: (id: VersionId) => Promise<Loaded<Playbook>>,
  version: Version | undefined,
): Loaded<Playbook> | null {
  const [found, setFound] = useState<{ readonly of: string; readonly rules: Loaded<Playbook> }>();
  const id = version?.id;
  // What policy or an address sets can change under one and the same id.
  const of = version ? `${versionKey(version)} ${version.version}` : '';
  useEffect(() => {
    if (id === undefined) return;
    let gone = false;
    void read(id).then((rules) => {
      if (!gone) setFound({ of, rules });
    });
    return () => {
      gone = true;
    };
  }, [read, id, of]);
  return found?.of === of ? found.rules : null;
}

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { LOCKS, ROLES, type Role } from '../../../lib/app/policy-model.ts';
import { policyFile, POLICY_FILES, type PolicyFileId } from '../../../lib/app/policy-files.ts';
import { policyValues } from '../../../lib/app/policy-values.ts';
import type { Definition } from '../../../lib/core/custom-schema.ts';
import type { Desk } from '../../options/desk.ts';
import { downloadBlob } from '../../options/download.ts';
import { Section } from '../../options/Section.tsx';
import { SelectInput } from '../form/SelectInput.tsx';
import { Switch } from '../form/Switch.tsx';
import { LOCK_KEYS } from './policy-words.ts';
import { policyOf, useWish, wrongIn, type Wish, type WishField } from './policy-wish.ts';
import { PolicyFiles } from './PolicyFiles.tsx';
import { PolicyPlaybook } from './PolicyPlaybook.tsx';
import { ROLE_KEYS } from './role-words.ts';

/** What every part of the form works with. */
export interface WishProps {
  readonly desk: Desk;
  readonly wish: Wish;
  readonly wrong: readonly WishField[];
  readonly onChange: (part: Partial<Wish>) => void;
}

/** Chooses what every browser is to have, and writes the files that see to it. */
export function PolicyWriter({ desk }: { readonly desk: Desk }) {
  const { t } = desk.say;
  const { wish, setWish } = useWish(desk);
  const [wrong, setWrong] = useState<readonly WishField[]>([]);
  const [said, setSaid] = useState('');
  const panel = useFirstWrong(wrong);
  const sites = useSites(desk);
  const change = (part: Partial<Wish>): void => {
    setSaid('');
    setWrong(wrong.filter((field) => !(field in part) && !('ids' in part)));
    setWish({ ...wish, ...part });
  };
  const write = (id: PolicyFileId): void => {
    const found = wrongIn(wish, id, desk);
    setWrong(found);
    if (found.length > 0) {
      setSaid(t('policy_file_not'));
      return;
    }
    const { name, text, type } = policyFile(
      id,
      policyValues(policyOf(wish, sites, desk)),
      wish.ids,
    );
    downloadBlob(name, new Blob([text], { type }));
    setSaid(t('policy_file_saved', [name]));
  };
  const parts: WishProps = { desk, wish, wrong, onChange: change };
  return (
    <Section title={t('policy_write_title')} lead={t('policy_write_lead')}>
      <div className="op-panel dl-writer" ref={panel}>
        <PolicyPlaybook {...parts} />
        {sites.length > 0 && <Sites {...parts} sites={sites} />}
        <RoleChoice {...parts} />
        <Locks {...parts} />
        <PolicyFiles {...parts} files={POLICY_FILES} onWrite={write} />
        <p role="status" className={wrong.length > 0 ? 'op-wrong' : 'op-done'}>
          {said}
        </p>
        <p className="op-small">{t('policy_write_checked')}</p>
      </div>
    </Section>
  );
}

/** Moves the focus to the first field that is wrong, when a file could not be written for it. */
function useFirstWrong(wrong: readonly WishField[]) {
  const panel = useRef<HTMLDivElement>(null);
  const before = useRef(0);
  useLayoutEffect(() => {
    if (wrong.length > before.current)
      panel.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    before.current = wrong.length;
  }, [wrong]);
  return panel;
}

/** The descriptions of CRMs that are in force here, read with each look of the page. */
function useSites({ actions, view }: Desk): readonly Definition[] {
  const [sites, setSites] = useState<readonly Definition[]>([]);
  const { custom } = actions;
  useEffect(() => {
    let gone = false;
    void custom.look().then((found) => {
      if (!gone) setSites(found);
    });
    return () => {
      gone = true;
    };
  }, [custom, view]);
  return sites;
}

interface SitesProps extends WishProps {
  readonly sites: readonly Definition[];
}

function Sites({ desk: { say }, wish, onChange, sites }: SitesProps) {
  const { t, fmt } = say;
  return (
    <Switch
      label={t('policy_write_sites', sites.length)}
      hint={t('policy_write_sites_about', [fmt.list(sites.map(({ name }) => name))])}
      checked={wish.sites}
      onChange={(on) => {
        onChange({ sites: on });
      }}
    />
  );
}

function RoleChoice({ desk: { say }, wish, onChange }: WishProps) {
  const { t } = say;
  const choices: readonly { readonly value: Role | ''; readonly label: string }[] = [
    { value: '', label: t('policy_write_none') },
    ...ROLES.map((role) => ({ value: role, label: t(ROLE_KEYS[role]) })),
  ];
  return (
    <SelectInput
      label={t('policy_write_role')}
      hint={t('policy_write_role_hint')}
      say={say}
      value={wish.role}
      choices={choices}
      onChange={(role) => {
        onChange({ role });
      }}
    />
  );
}

function Locks({ desk: { say }, wish, onChange }: WishProps) {
  const { t } = say;
  return (
    <fieldset className="dl-group">
      <legend className="fm-label">{t('policy_write_locked')}</legend>
      <p className="fm-hint">{t('policy_write_locked_about')}</p>
      {LOCKS.map((lock) => (
        <Switch
          key={lock}
          label={t(LOCK_KEYS[lock])}
          checked={wish.locked.includes(lock)}
          onChange={(on) => {
            onChange({
              locked: LOCKS.filter((one) => (one === lock ? on : wish.locked.includes(one))),
            });
          }}
        />
      ))}
    </fieldset>
  );
}

import { useState } from 'react';
import { lockedBy, ROLES, type Role } from '../../../lib/app/policy-model.ts';
import { SAVE_FAULT_KEYS } from '../../card/fault-words.ts';
import type { Desk } from '../../options/desk.ts';
import type { ScreenProps } from '../../options/screen.ts';
import { Section } from '../../options/Section.tsx';
import { NameSection } from './NameSection.tsx';
import { ROLE_ABOUT_KEYS, ROLE_KEYS } from './role-words.ts';
import { SetBy } from './SetBy.tsx';

/** Who works in this browser: the role, and the name under which versions are published. */
export function RolesScreen({ desk }: ScreenProps) {
  const { t } = desk.say;
  const [said, setSaid] = useState('');
  const { who, policy } = desk.view;
  const locked = lockedBy(policy, 'roles') !== null;
  const choose = async (role: Role): Promise<void> => {
    const result = await desk.actions.roles.choose(role);
    await desk.refresh();
    setSaid(
      result.ok ? t('policy_roles_done', [t(ROLE_KEYS[role])]) : t(SAVE_FAULT_KEYS[result.fault]),
    );
  };
  return (
    <>
      <Section title={t('policy_roles_title')} lead={t('policy_roles_lead')}>
        <fieldset className="op-panel dl-roles">
          <legend className="ds-hidden">{t('policy_roles_title')}</legend>
          {ROLES.map((role) => (
            <Choice
              key={role}
              {...{ role, locked, desk }}
              chosen={who.role === role}
              onChoose={() => void choose(role)}
            />
          ))}
          <WhoSaid desk={desk} />
          <p role="status" className="op-done">
            {said}
          </p>
        </fieldset>
      </Section>
      <NameSection desk={desk} />
    </>
  );
}

interface ChoiceProps {
  readonly desk: Desk;
  readonly role: Role;
  readonly chosen: boolean;
  readonly locked: boolean;
  readonly onChoose: () => void;
}

function Choice({ desk: { say }, role, chosen, locked, onChoose }: ChoiceProps) {
  const id = `role-${role}`;
  return (
    <div className="dl-choice">
      <input
        id={id}
        type="radio"
        name="role"
        checked={chosen}
        disabled={locked}
        aria-describedby={`${id}-about`}
        onChange={onChoose}
      />
      <div>
        <label htmlFor={id} className="op-strong">
          {say.t(ROLE_KEYS[role])}
        </label>
        <p id={`${id}-about`} className="op-small">
          {say.t(ROLE_ABOUT_KEYS[role])}
        </p>
      </div>
    </div>
  );
}

/** Where the role comes from. */
function WhoSaid({ desk }: { readonly desk: Desk }) {
  const { say, view } = desk;
  const { t } = say;
  const { who, policy } = view;
  if (lockedBy(policy, 'roles')) return <SetBy desk={desk} lock="roles" />;
  if (who.from === 'nobody') return <p className="op-small">{t('policy_roles_nobody')}</p>;
  if (who.from === 'policy') return <p className="op-small">{t('policy_roles_proposed')}</p>;
  if (!policy.role || policy.role === who.role) return null;
  const [proposed, chosen] = [t(ROLE_KEYS[policy.role]), t(ROLE_KEYS[who.role])];
  return <p className="op-small">{t('policy_roles_other', [proposed, chosen])}</p>;
}

import type { Role } from '../../../lib/app/policy-model.ts';
import type { Words } from '../../../lib/app/words.ts';
import { hashOf } from '../../options/routes.ts';
import { ROLE_KEYS } from './role-words.ts';

interface Props {
  readonly t: Words;
  readonly role: Role;
}

/** In the place of a screen that the role's menu does not show, for whoever came by its address. */
export function RefusedScreen({ t, role }: Props) {
  return (
    <div className="op-section">
      <div className="op-panel">
        <p>{t('policy_refused', [t(ROLE_KEYS[role])])}</p>
        <p>
          <a href={hashOf('roles')}>{t('policy_refused_change')}</a>
        </p>
      </div>
    </div>
  );
}

/** At the end of a menu that does not show everything: which role it is for. */
export function RoleNote({ t, role, current }: Props & { readonly current: boolean }) {
  if (role === 'admin') return null;
  return (
    <p className="dl-role">
      <a href={hashOf('roles')} aria-current={current ? 'page' : undefined}>
        {t('policy_nav_role', [t(ROLE_KEYS[role])])}
      </a>
    </p>
  );
}

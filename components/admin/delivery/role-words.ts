import type { Role } from '../../../lib/app/policy-model.ts';
import type { MessageKey } from '../../../lib/app/words.ts';

/** What each role is called. */
export const ROLE_KEYS: Readonly<Record<Role, MessageKey>> = {
  rep: 'policy_role_rep',
  manager: 'policy_role_manager',
  admin: 'policy_role_admin',
};

/** What each role does, and what its menu shows. */
export const ROLE_ABOUT_KEYS: Readonly<Record<Role, MessageKey>> = {
  rep: 'policy_role_rep_about',
  manager: 'policy_role_manager_about',
  admin: 'policy_role_admin_about',
};

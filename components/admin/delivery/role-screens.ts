import type { Role } from '../../../lib/app/policy-model.ts';
import { ROUTES, type RouteId } from '../../options/routes.ts';

const REP: readonly RouteId[] = ['sites', 'data', 'left', 'about'];
const MANAGER: readonly RouteId[] = ['playbook', 'try', 'versions', ...REP];

/** The screens that each role's menu shows. */
export const SCREENS_OF: Readonly<Record<Role, readonly RouteId[]>> = {
  rep: REP,
  manager: MANAGER,
  admin: ROUTES.map(({ id }) => id),
};

/** Whether a role is shown a screen. The roles themselves can be looked at by all: how else would one come back? */
export const isShown = (role: Role, id: RouteId): boolean =>
  id === 'roles' || SCREENS_OF[role].includes(id);

import type { MessageKey } from '../../lib/app/words.ts';

/** The screens of the options page, in the order of its menu. A screen's address is "#/<id>". */
export const ROUTES = [
  { id: 'playbook', title: 'nav_playbook', group: 'rules' },
  { id: 'edit', title: 'nav_edit', group: 'rules' },
  { id: 'try', title: 'nav_try', group: 'rules' },
  { id: 'versions', title: 'nav_versions', group: 'rules' },
  { id: 'use', title: 'nav_use', group: 'rules' },
  { id: 'sites', title: 'nav_sites', group: 'crm' },
  { id: 'fields', title: 'nav_fields', group: 'crm' },
  { id: 'health', title: 'nav_health', group: 'crm' },
  { id: 'deliver', title: 'nav_deliver', group: 'team' },
  { id: 'roles', title: 'nav_roles', group: 'team' },
  { id: 'data', title: 'nav_data', group: 'browser' },
  { id: 'left', title: 'nav_left', group: 'browser' },
  { id: 'about', title: 'nav_about', group: 'browser' },
] as const satisfies readonly {
  readonly id: string;
  readonly title: MessageKey;
  readonly group: string;
}[];

export type RouteId = (typeof ROUTES)[number]['id'];

/** The groups of the menu, in their order, with what heads each. */
export const GROUPS = [
  { id: 'rules', title: 'nav_group_rules' },
  { id: 'crm', title: 'nav_group_crm' },
  { id: 'team', title: 'nav_group_team' },
  { id: 'browser', title: 'nav_group_browser' },
] as const satisfies readonly { readonly id: string; readonly title: MessageKey }[];

/** Where in the page an address leads: "#/edit/gates/G3" is the screen "edit" with the rest "gates", "G3". */
export interface Place {
  readonly screen: RouteId;
  /** The address names this screen; false where it names none and the first one stands in. */
  readonly named: boolean;
  readonly rest: readonly string[];
}

/** What an address names; the first screen for anything that it does not know. */
export function placeOf(hash: string): Place {
  const [screen = '', ...rest] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  const known = ROUTES.find(({ id }) => id === screen);
  if (!known) return FIRST;
  return { screen: known.id, named: true, rest: rest.filter((part) => part !== '') };
}

const FIRST: Place = { screen: 'playbook', named: false, rest: [] };

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a place. */
export const hashOf = (screen: RouteId, ...rest: readonly string[]): string =>
  `#/${[screen, ...rest].map(encodeURIComponent).join('/')}`;

import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { CRM } from './meta.ts';

/** The model that opportunities and leads are records of. */
export const MODEL = 'crm.lead';

/** Path segments of actions that may show leads: the CRM app's own paths, and actions by number or by an id of the CRM module. */
const CRM_PATH = /^(?:crm|leads)(?:[-_].*)?$/;
const ACTION = /^action-(?:\d+|crm\..+)$/;
/** Where the web client lives from version 18 on: as a page, and as an app of its own. */
const PREFIXES = new Set(['odoo', 'scoped_app']);

const deal = (id: string): PageRef => ({ kind: 'deal', ref: { crm: CRM, id } });
const listOf = (view: string | null): PageRef => ({
  kind: view === 'list' || view === 'tree' ? 'list' : 'board',
  ref: { crm: CRM },
});
const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
const isId = (text: string): boolean => /^[1-9]\d*$/.test(text);

/** What a URL of Odoo's web client points at, from version 16 (behind the hash) to 19 (as a path). */
export function match(url: URL): PageRef | undefined {
  if (url.pathname === '/web' || url.pathname === '/web/') return matchHash(url.hash);
  const [prefix = '', ...segments] = partsOf(url.pathname);
  return PREFIXES.has(prefix) ? matchPath(segments, url.searchParams.get('view_type')) : undefined;
}

/** `#id=12&model=crm.lead&view_type=form`, in any order and with more. */
function matchHash(hash: string): PageRef | undefined {
  const route = new URLSearchParams(hash.slice(1));
  if (route.get('model') !== MODEL) return undefined;
  const [id, view] = [route.get('id'), route.get('view_type')];
  if (view === 'form' || view === null) return id !== null && isId(id) ? deal(id) : undefined;
  return ['kanban', 'list', 'tree'].includes(view) ? listOf(view) : undefined;
}

/** The records that were gone through stand one behind the other: the last action and its id are in front. */
function matchPath(segments: readonly string[], view: string | null): PageRef | undefined {
  const last = segments.at(-1) ?? '';
  if (!isId(last)) {
    const isOverview = CRM_PATH.test(last) || last.startsWith('action-crm.') || last === MODEL;
    const isListed = view === null || ['kanban', 'list', 'tree'].includes(view);
    return isOverview && isListed ? listOf(view) : undefined;
  }
  const action = segments.at(-2) ?? '';
  return action === MODEL || mayShowLeads(action) ? deal(last) : undefined;
}

const mayShowLeads = (action: string): boolean => CRM_PATH.test(action) || ACTION.test(action);

/**
 * True for an address that names the model. Any other path only says which action is open, and an action can show
 * records of another model: then the form must tell.
 */
export const namesModel = (url: URL): boolean =>
  url.pathname.startsWith('/web') || partsOf(url.pathname).at(-2) === MODEL;

/** The deal's own address, in the client that is at this one. */
export const urlOf = (page: string, { id }: DealRef): string =>
  new URL(page).pathname.startsWith('/web')
    ? new URL(`/web#id=${id}&model=${MODEL}&view_type=form`, page).href
    : new URL(`/odoo/${MODEL}/${id}`, page).href;

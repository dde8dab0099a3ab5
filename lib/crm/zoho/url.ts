import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { DOMAINS } from './domains.ts';
import { CRM } from './meta.ts';

const HOSTS: ReadonlySet<string> = new Set(
  DOMAINS.flatMap((domain) => [`crm.${domain}`, `crmsandbox.${domain}`]),
);
/** `/crm/org<id>/tab/Potentials/<id>`: the API calls the same module Deals. */
const ROUTE = /^\/crm\/org(\d+)\/tab\/Potentials(?:\/(.+?))?\/?$/;
const DEAL = /^(\d+)(?:\/edit)?$/;
const VIEW = /^custom-view\/\d+\/(list|kanban)$/;

/** What a URL of the client points at. The organisation's id is the deal's `org`. */
export function match({ hostname, pathname }: URL): PageRef | undefined {
  const route = HOSTS.has(hostname) ? ROUTE.exec(pathname) : null;
  const org = route?.[1];
  if (!route || org === undefined) return undefined;
  const rest = route[2];
  if (rest === undefined) return { kind: 'list', ref: { crm: CRM, org } };
  const id = DEAL.exec(rest)?.[1];
  if (id !== undefined) return { kind: 'deal', ref: { crm: CRM, id, org } };
  const view = VIEW.exec(rest)?.[1];
  if (view === undefined) return undefined;
  return { kind: view === 'kanban' ? 'board' : 'list', ref: { crm: CRM, org } };
}

/** True where the address is that of a deal's edit page. */
export const isEditPage = (url: string): boolean =>
  URL.canParse(url) && /\/edit\/?$/.test(new URL(url).pathname);

/** The deal's own address, on the host that the page is on. */
export const urlOf = (page: string, { id, org = '' }: DealRef): string =>
  new URL(`/crm/org${org}/tab/Potentials/${id}`, page).href;

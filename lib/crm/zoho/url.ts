import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { DOMAINS } from './domains.ts';
import { meta } from './meta.ts';

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
  if (rest === undefined) return { kind: 'list', ref: { crm: meta.id, org } };
  const id = DEAL.exec(rest)?.[1];
  if (id !== undefined) return { kind: 'deal', ref: { crm: meta.id, id, org } };
  const view = VIEW.exec(rest)?.[1];
  if (view === undefined) return undefined;
  return { kind: view === 'kanban' ? 'board' : 'list', ref: { crm: meta.id, org } };
}

/** True where the address is that of a deal's edit page. */
export const isEditPage = (url: string): boolean =>
  URL.canParse(url) && /\/edit\/?$/.test(new URL(url).pathname);

/** The deal's own address, on the host that the page is on. */
export const urlOf = (page: string, { id, org = '' }: DealRef): string =>
  new URL(`/crm/org${org}/tab/Potentials/${id}`, page).href;

const ID = '4876876000000331001';
const deal = (org: string): PageRef => ({ kind: 'deal', ref: { crm: 'zoho', id: ID, org } });

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  [`https://crm.zoho.com/crm/org699381531/tab/Potentials/${ID}`, deal('699381531')],
  [`https://crm.zoho.eu/crm/org699381531/tab/Potentials/${ID}/edit`, deal('699381531')],
  [`https://crm.zoho.in/crm/org699381531/tab/Potentials/${ID}?tab=2#timeline`, deal('699381531')],
  [`https://crm.zoho.com.au/crm/org699381531/tab/Potentials/${ID}/`, deal('699381531')],
  [`https://crm.zohocloud.ca/crm/org12/tab/Potentials/${ID}`, deal('12')],
  [`https://crmsandbox.zoho.com/crm/org12/tab/Potentials/${ID}`, deal('12')],
  [
    'https://crm.zoho.jp/crm/org12/tab/Potentials/custom-view/4876876000000087501/list',
    { kind: 'list', ref: { crm: 'zoho', org: '12' } },
  ],
  [
    'https://crm.zoho.com/crm/org12/tab/Potentials/custom-view/4876876000000087501/kanban?page=2',
    { kind: 'board', ref: { crm: 'zoho', org: '12' } },
  ],
  [
    'https://crm.zoho.com.cn/crm/org12/tab/Potentials',
    { kind: 'list', ref: { crm: 'zoho', org: '12' } },
  ],
  [`https://crm.zoho.com/crm/org12/tab/Contacts/${ID}`, undefined],
  [`https://crm.zoho.com/crm/org12/tab/Potentials/${ID}/clone`, undefined],
  ['https://crm.zoho.com/crm/org12/tab/Potentials/create', undefined],
  [`https://crm.zoho.com/crm/tab/Potentials/${ID}`, undefined],
  [`https://crm.zoho.com.example.org/crm/org12/tab/Potentials/${ID}`, undefined],
  [`https://bigin.zoho.com/crm/org12/tab/Potentials/${ID}`, undefined],
  ['https://crm.zoho.com/crm/ShowHomePage.do', undefined],
];

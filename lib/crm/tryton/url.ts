import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { CRM } from './meta.ts';

/** `#<database>/model/sale.opportunity/<id>`; the client writes `;name=…&views=…` behind it. */
const ROUTE = /^#\/?([^/;]+)\/model\/sale\.opportunity(?:\/(\d+))?(?:;.*)?$/;

/** What a URL of Tryton's web client points at. The database is the deal's `org`. */
export function match(url: URL): PageRef | undefined {
  const route = ROUTE.exec(url.hash);
  const org = decoded(route?.[1]);
  if (!route || org === undefined) return undefined;
  const id = route[2];
  return id === undefined
    ? { kind: 'list', ref: { crm: CRM, org } }
    : { kind: 'deal', ref: { crm: CRM, id, org } };
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The deal's own address, in the client that is at this one. */
export const urlOf = (page: string, { id, org = '' }: DealRef): string =>
  new URL(`#${encodeURIComponent(org)}/model/sale.opportunity/${id}`, page).href;

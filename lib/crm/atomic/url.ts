import type { PageRef } from '../adapter.ts';
import { CRM } from './meta.ts';

/** `/deals`, `/deals/<id>` (edit) and `/deals/<id>/show` behind the hash; a query of the list's filters may follow. */
const ROUTE = /^#\/deals\/?(?:([^/?]+)(?:\/show)?\/?)?(?:\?.*)?$/;

/** Ids that are none. */
const NO_DEAL = new Set(['create']);

/** What a URL of Atomic CRM points at. */
export function match(url: URL): PageRef | undefined {
  const route = ROUTE.exec(url.hash);
  if (!route) return undefined;
  const id = decoded(route[1]);
  if (id === undefined || NO_DEAL.has(id)) return { kind: 'board', ref: { crm: CRM } };
  return { kind: 'deal', ref: { crm: CRM, id } };
}

function decoded(id: string | undefined): string | undefined {
  try {
    return id === undefined ? undefined : decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/** The deal's own address, in the client that is at this one. */
export const urlOf = (page: string, id: string): string =>
  new URL(`#/deals/${encodeURIComponent(id)}/show`, page).href;

import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { CRM } from './meta.ts';

/** `app.hubspot.com`, and one host for each data centre: `app-eu1`, `app-na2`, … */
const HOST = /^app(?:-[a-z0-9]+)?\.hubspot\.com$/;
/** A deal: type 0-3. What follows is the view that it was opened from. */
const RECORD = /^\/contacts\/(\d+)\/(?:record\/0-3|deal)\/(\d+)(?:\/view\/\d+)?\/?$/;
/** The deals' own index page, as a table or as a board. */
const INDEX = /^\/contacts\/(\d+)\/objects\/0-3(?:\/views\/(?:all|my|\d+)\/(list|board))?\/?$/;

/** What a URL of HubSpot points at. The portal is the deal's `org`. */
export function match({ protocol, host, pathname }: URL): PageRef | undefined {
  if (protocol !== 'https:' || !HOST.test(host)) return undefined;
  const [, portal, id] = RECORD.exec(pathname) ?? [];
  if (portal !== undefined && id !== undefined)
    return { kind: 'deal', ref: { crm: CRM, id, org: portal } };
  const [, org, view] = INDEX.exec(pathname) ?? [];
  if (org === undefined) return undefined;
  return { kind: view === 'board' ? 'board' : 'list', ref: { crm: CRM, org } };
}

/** The deal's own address, on the host that the page is at. */
export const urlOf = (page: string, { id, org = '' }: DealRef): string =>
  new URL(`/contacts/${encodeURIComponent(org)}/record/0-3/${encodeURIComponent(id)}`, page).href;

import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { CRM } from './meta.ts';
import { guidOf } from './guid.ts';

/** An organisation's own host, in any region and any cloud: the host is the tenant, so a deal needs no `org`. */
const HOST = /^[^.]+\.crm\d*\.(?:dynamics\.com|dynamics\.cn|microsoftdynamics\.(?:de|us))$/;
const TABLE = 'opportunity';

/** What a URL of a model-driven app points at. The query's order is not fixed, and the id may stand in braces. */
export function match(url: URL): PageRef | undefined {
  if (!HOST.test(url.hostname) || url.pathname !== '/main.aspx') return undefined;
  const { searchParams: query } = url;
  if (query.get('etn') !== TABLE) return undefined;
  if (query.get('pagetype') === 'entitylist') return { kind: 'list', ref: { crm: CRM } };
  const id = query.get('pagetype') === 'entityrecord' ? guidOf(query.get('id')) : undefined;
  return id === undefined ? undefined : { kind: 'deal', ref: { crm: CRM, id } };
}

/** The deal's own address, in the app that the page is in. */
export function urlOf(page: string, { id }: DealRef): string {
  const url = new URL('/main.aspx', page);
  const app = guidOf(new URL(page).searchParams.get('appid'));
  if (app !== undefined) url.searchParams.set('appid', app);
  url.searchParams.set('pagetype', 'entityrecord');
  url.searchParams.set('etn', TABLE);
  url.searchParams.set('id', id);
  return url.href;
}

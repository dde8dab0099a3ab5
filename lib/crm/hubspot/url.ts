import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { meta } from './meta.ts';

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
    return { kind: 'deal', ref: { crm: meta.id, id, org: portal } };
  const [, org, view] = INDEX.exec(pathname) ?? [];
  if (org === undefined) return undefined;
  return { kind: view === 'board' ? 'board' : 'list', ref: { crm: meta.id, org } };
}

/** The deal's own address, on the host that the page is at. */
export const urlOf = (page: string, { id, org = '' }: DealRef): string =>
  new URL(`/contacts/${encodeURIComponent(org)}/record/0-3/${encodeURIComponent(id)}`, page).href;

const deal: PageRef = { kind: 'deal', ref: { crm: 'hubspot', id: '7', org: '4200' } };

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  ['https://app.hubspot.com/contacts/4200/record/0-3/7', deal],
  ['https://app-eu1.hubspot.com/contacts/4200/record/0-3/7/view/1', deal],
  ['https://app-na2.hubspot.com/contacts/4200/record/0-3/7?eschref=%2Fcontacts', deal],
  ['https://app.hubspot.com/contacts/4200/deal/7', deal],
  ['https://app.hubspot.com/contacts/4200/deal/7/', deal],
  [
    'https://app.hubspot.com/contacts/4200/objects/0-3/views/all/list',
    { kind: 'list', ref: { crm: 'hubspot', org: '4200' } },
  ],
  [
    'https://app-eu1.hubspot.com/contacts/4200/objects/0-3/views/123/board?pipeline=default',
    { kind: 'board', ref: { crm: 'hubspot', org: '4200' } },
  ],
  [
    'https://app.hubspot.com/contacts/4200/objects/0-3/views/my/board',
    { kind: 'board', ref: { crm: 'hubspot', org: '4200' } },
  ],
  [
    'https://app.hubspot.com/contacts/4200/objects/0-3',
    { kind: 'list', ref: { crm: 'hubspot', org: '4200' } },
  ],
  ['https://app.hubspot.com/contacts/4200/record/0-1/7', undefined],
  ['https://app.hubspot.com/contacts/4200/record/0-31/7', undefined],
  ['https://app.hubspot.com/contacts/4200/contact/7', undefined],
  ['https://app.hubspot.com/contacts/4200/objects/0-1/views/all/list', undefined],
  ['https://app.hubspot.com/reports-dashboard/4200', undefined],
  ['https://www.hubspot.com/contacts/4200/record/0-3/7', undefined],
  ['https://app.hubspot.com.example.com/contacts/4200/record/0-3/7', undefined],
  ['http://app.hubspot.com/contacts/4200/record/0-3/7', undefined],
];

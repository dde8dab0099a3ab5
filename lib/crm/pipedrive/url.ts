import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { meta } from './meta.ts';

/** Every company has a host of its own. */
const HOST = /^[a-z0-9][a-z0-9-]*\.pipedrive\.com$/;
/** Pipedrive's own: these carry no company's deals. */
const NO_COMPANY =
  /^(?:app|api|www|oauth|developers|devcommunity|support|learn|marketplace|status)\./;
const DEAL = /^\/deal\/(\d+)\/?$/;
/** What follows says whose deals, or through which filter. */
const BOARD = /^\/pipeline(?:\/|$)/;
const LIST = /^\/deals(?:\/|$)/;

/** What a URL of Pipedrive points at. The host tells the companies apart. */
export function match({ protocol, host, pathname }: URL): PageRef | undefined {
  if (protocol !== 'https:' || !HOST.test(host) || NO_COMPANY.test(host)) return undefined;
  const id = DEAL.exec(pathname)?.[1];
  if (id !== undefined) return { kind: 'deal', ref: { crm: meta.id, id } };
  if (BOARD.test(pathname)) return { kind: 'board', ref: { crm: meta.id } };
  return LIST.test(pathname) ? { kind: 'list', ref: { crm: meta.id } } : undefined;
}

/** The deal's own address, on the host that the page is at. */
export const urlOf = (page: string, { id }: DealRef): string =>
  new URL(`/deal/${encodeURIComponent(id)}`, page).href;

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  ['https://acme.pipedrive.com/deal/7', { kind: 'deal', ref: { crm: 'pipedrive', id: '7' } }],
  [
    'https://acme-sandbox.pipedrive.com/deal/7/?scroll=1',
    { kind: 'deal', ref: { crm: 'pipedrive', id: '7' } },
  ],
  ['https://acme.pipedrive.com/pipeline/1', { kind: 'board', ref: { crm: 'pipedrive' } }],
  [
    'https://acme.pipedrive.com/pipeline/1/user/everyone',
    { kind: 'board', ref: { crm: 'pipedrive' } },
  ],
  ['https://acme.pipedrive.com/pipeline', { kind: 'board', ref: { crm: 'pipedrive' } }],
  ['https://acme.pipedrive.com/deals/user/everyone', { kind: 'list', ref: { crm: 'pipedrive' } }],
  ['https://acme.pipedrive.com/deals', { kind: 'list', ref: { crm: 'pipedrive' } }],
  ['https://acme.pipedrive.com/deal/add', undefined],
  ['https://acme.pipedrive.com/person/7', undefined],
  ['https://acme.pipedrive.com/pipelines', undefined],
  ['https://app.pipedrive.com/deal/7', undefined],
  ['https://support.pipedrive.com/deals', undefined],
  ['https://acme.pipedrive.com.example.com/deal/7', undefined],
  ['http://acme.pipedrive.com/deal/7', undefined],
];

import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { CRM } from './meta.ts';

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
  if (id !== undefined) return { kind: 'deal', ref: { crm: CRM, id } };
  if (BOARD.test(pathname)) return { kind: 'board', ref: { crm: CRM } };
  return LIST.test(pathname) ? { kind: 'list', ref: { crm: CRM } } : undefined;
}

/** The deal's own address, on the host that the page is at. */
export const urlOf = (page: string, { id }: DealRef): string =>
  new URL(`/deal/${encodeURIComponent(id)}`, page).href;

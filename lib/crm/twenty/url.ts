import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { CRM } from './meta.ts';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const DEAL = new RegExp(`^/object/opportunity/(${UUID})/?$`, 'i');
const INDEX = /^\/objects\/opportunities\/?$/;

/** What an address of Twenty points at. Whether its index is a table or a board is a property of the view, and stands in no address. */
export function match({ pathname }: URL): PageRef | undefined {
  const id = DEAL.exec(pathname)?.[1]?.toLowerCase();
  if (id !== undefined) return { kind: 'deal', ref: { crm: CRM, id } };
  return INDEX.test(pathname) ? { kind: 'list', ref: { crm: CRM } } : undefined;
}

/** The deal's own address, at the workspace that this one is of. */
export const urlOf = (page: string, { id }: DealRef): string =>
  new URL(`/object/opportunity/${id}`, page).href;

/** The id of the deal that a link leads to. */
export function idIn(link: Element): string | undefined {
  const path = (link.getAttribute('href') ?? '').replace(/^https?:\/\/[^/]*/, '');
  return DEAL.exec(path.replace(/[?#].*$/, ''))?.[1]?.toLowerCase();
}

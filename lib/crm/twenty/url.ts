import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { meta } from './meta.ts';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const DEAL = new RegExp(`^/object/opportunity/(${UUID})/?$`, 'i');
const INDEX = /^\/objects\/opportunities\/?$/;

/** What an address of Twenty points at. Whether its index is a table or a board is a property of the view, and stands in no address. */
export function match({ pathname }: URL): PageRef | undefined {
  const id = DEAL.exec(pathname)?.[1]?.toLowerCase();
  if (id !== undefined) return { kind: 'deal', ref: { crm: meta.id, id } };
  return INDEX.test(pathname) ? { kind: 'list', ref: { crm: meta.id } } : undefined;
}

/** The deal's own address, at the workspace that this one is of. */
export const urlOf = (page: string, { id }: DealRef): string =>
  new URL(`/object/opportunity/${id}`, page).href;

/** The id of the deal that a link leads to. */
export function idIn(link: Element): string | undefined {
  const path = (link.getAttribute('href') ?? '').replace(/^https?:\/\/[^/]*/, '');
  return DEAL.exec(path.replace(/[?#].*$/, ''))?.[1]?.toLowerCase();
}

const ID = '20202020-be10-412b-a663-16bd3c2228e1';

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  [
    `https://acme.twenty.com/object/opportunity/${ID}`,
    { kind: 'deal', ref: { crm: 'twenty', id: ID } },
  ],
  [
    `http://localhost:3001/object/opportunity/${ID.toUpperCase()}?viewId=1#timeline`,
    { kind: 'deal', ref: { crm: 'twenty', id: ID } },
  ],
  [
    'https://crm.example.com/objects/opportunities?viewId=20202020-0000-4000-8000-000000000001',
    { kind: 'list', ref: { crm: 'twenty' } },
  ],
  ['https://acme.twenty.com/objects/companies', undefined],
  [`https://acme.twenty.com/object/company/${ID}`, undefined],
  ['https://acme.twenty.com/object/opportunity/new', undefined],
  [`https://acme.twenty.com/object/opportunity/${ID}/notes`, undefined],
  ['https://acme.twenty.com/settings/objects/opportunities', undefined],
];

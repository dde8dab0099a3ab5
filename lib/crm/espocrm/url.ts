import type { DealRef } from '../../core/deal.ts';
import type { PageRef } from '../adapter.ts';
import { CRM } from './meta.ts';

/** `#Opportunity/view/<id>` and `#Opportunity/edit/<id>`; options may follow behind a slash or a question mark. */
const DEAL = /^#Opportunity\/(?:view|edit)\/([\w-]{1,64})(?:[/?&].*)?$/;
/** `#Opportunity`, `#Opportunity/list` and what the list adds to it. */
const LIST = /^#Opportunity(?:\/list)?(?:[/?&](?<options>.*))?$/;
const BOARD = /(?:^|[/?&])viewMode=kanban(?:$|[/?&])/i;

/** What an address of EspoCRM's client points at. The plain list may be a board too: the client keeps the mode to itself. */
export function match({ hash }: URL): PageRef | undefined {
  const id = DEAL.exec(hash)?.[1];
  if (id !== undefined) return { kind: 'deal', ref: { crm: CRM, id } };
  const list = LIST.exec(hash);
  const options = list?.groups?.options ?? '';
  if (!list || (options !== '' && !options.includes('='))) return undefined;
  return { kind: BOARD.test(options) ? 'board' : 'list', ref: { crm: CRM } };
}

/** The deal's own address, in the client that is at this one. */
export const urlOf = (page: string, { id }: DealRef): string =>
  new URL(`#Opportunity/view/${id}`, page).href;

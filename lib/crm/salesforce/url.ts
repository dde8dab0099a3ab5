import type { PageRef } from '../adapter.ts';
import { isSalesforceHost } from './hosts.ts';
import { dealId } from './ids.ts';
import { CRM } from './meta.ts';

/** `/lightning/r/Opportunity/<id>/view`, the same without the object's name, and the edit form over a page. */
const RECORD = /^\/lightning\/r\/(?:Opportunity\/)?([A-Za-z0-9]{15,18})\/(view|edit)\/?$/;
/** A list and its board share one address; Pipeline Inspection is a list. */
const LIST = /^\/lightning\/o\/Opportunity\/(?:list|home|pipelineInspection)\/?$/;

/** What a URL of Lightning Experience points at. The organisation is the host. */
export function match(url: URL): PageRef | undefined {
  if (!isSalesforceHost(url.hostname)) return undefined;
  const id = dealId(RECORD.exec(url.pathname)?.[1] ?? '');
  if (id !== undefined) return { kind: 'deal', ref: { crm: CRM, id } };
  return LIST.test(url.pathname) ? { kind: 'list', ref: { crm: CRM } } : undefined;
}

/** True where the address is that of the edit form, which lies over whatever page was there before. */
export const isEditAddress = (url: URL): boolean => RECORD.exec(url.pathname)?.[2] === 'edit';

/** The deal's own address, in the organisation whose page this is. */
export const urlOf = (page: string, id: string): string =>
  new URL(`/lightning/r/Opportunity/${id}/view`, page).href;

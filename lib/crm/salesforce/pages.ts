import type { CrmPages } from '../adapter.ts';
import { findFirst } from '../dom.ts';
import { isSalesforceHost } from './hosts.ts';
import { CRM } from './meta.ts';
import { CLIENT_MARKS, FRAME_ELEMENTS } from './marks.ts';
import { match } from './url.ts';

/** Salesforce is on hosts of its own: there, the client's frame is enough. */
function recognise(root: Document): boolean {
  if (!URL.canParse(root.URL) || !isSalesforceHost(new URL(root.URL).hostname)) return false;
  return findFirst(root, [...CLIENT_MARKS, ...FRAME_ELEMENTS]) !== undefined;
}

export const pages: CrmPages = { id: CRM, match, recognise };

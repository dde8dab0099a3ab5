import type { CrmPages } from '../adapter.ts';
import { findAll, findFirst, hashOf } from '../dom.ts';
import { CRM } from './meta.ts';
import { CLIENT_MARKS, FRAME, FRAME_LINKS } from './marks.ts';
import { match } from './url.ts';

/** Title and logo can be the team's own; the client's frame with its three links cannot. */
function recognise(root: Document): boolean {
  if (!findFirst(root, CLIENT_MARKS)) return false;
  return findAll(root, FRAME).some((frame) => {
    const links = new Set([...frame.querySelectorAll('a[href]')].map(hashOf));
    return FRAME_LINKS.every((link) => links.has(link.slice(1)));
  });
}

export const pages: CrmPages = { id: CRM, match, recognise };

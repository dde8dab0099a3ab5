import type { CrmPages } from '../adapter.ts';
import { CRM } from './meta.ts';
import { CLIENT_MARKS } from './marks.ts';
import { match } from './url.ts';

/** The title, the logo and the footer can be the company's own; the client's frame cannot. */
const recognise = (root: Document): boolean =>
  CLIENT_MARKS.every((mark) => root.querySelector(mark) !== null);

export const pages: CrmPages = { id: CRM, match, recognise };

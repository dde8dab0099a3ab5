import type { CrmPages } from '../adapter.ts';
import { CRM } from './meta.ts';
import { APP, CLIENT_MARKS } from './marks.ts';
import { match } from './url.ts';

/** The place of Twenty's client, and one of the marks that its page is served with. */
const recognise = (root: Document): boolean =>
  root.querySelector(APP) !== null &&
  CLIENT_MARKS.some((mark) => root.querySelector(mark) !== null);

export const pages: CrmPages = { id: CRM, match, recognise };

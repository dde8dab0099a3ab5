import type { CrmPages } from '../adapter.ts';
import { CRM } from './meta.ts';
import { CLIENT_MARKS } from './marks.ts';
import { match } from './url.ts';

/** Any of the client's own marks will do: a record, a table and a board share none. */
const recognise = (root: Document): boolean => root.querySelector(CLIENT_MARKS.join(', ')) !== null;

export const pages: CrmPages = { id: CRM, match, recognise };

import type { CrmPages } from '../adapter.ts';
import { findFirst } from '../dom.ts';
import { CLIENT_MARKS } from './marks.ts';
import { CRM } from './meta.ts';
import { match } from './url.ts';

const recognise = (root: Document): boolean => findFirst(root, CLIENT_MARKS) !== undefined;

export const pages: CrmPages = { id: CRM, match, recognise };

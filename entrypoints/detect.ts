import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { recogniseCrm } from '../lib/crm/pages.ts';

/** The id of the CRM whose client this page is, or null: the popup's one question to a page that is not granted. */
export const main = (root: Document): string | null => recogniseCrm(root)?.id ?? null;

export default defineUnlistedScript(() => main(document));

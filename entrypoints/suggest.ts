import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSuggestedHere } from '../lib/app/options-suggested-page.ts';

/** What the CRM of this page already asks for: the options page's question to an open tab. */
export const main = (view: Window): Promise<unknown> => readSuggestedHere(view);

export default defineUnlistedScript({ main: () => main(window) });

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSuggestedHere } from '../lib/app/options-suggested-page.ts';
import { asking } from '../lib/messaging/asking.ts';

/** What the CRM of this page already asks for: the options page's question to an open tab. */
export const main = (view: Window): Promise<unknown> =>
  readSuggestedHere(view, { noteSent: asking('noteSent') });

export default defineUnlistedScript({ main: () => main(window) });

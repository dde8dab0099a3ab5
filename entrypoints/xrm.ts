import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerForms } from '../lib/crm/dynamics/page-script.ts';

/** Put into the page's own world by the background, beside the card: content scripts do not see the page's `Xrm`. */
export const main = answerForms;

export default defineUnlistedScript(() => {
  main(window);
});

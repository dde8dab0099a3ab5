import { browser } from 'wxt/browser';
import { FIREFOX_ID, isChromeId } from './extension-ids.ts';
import { watchPolicy } from './policy.ts';
import { isPublicKey } from './signing.ts';

/** What the options page can do about policies. */
export interface PolicyActions {
  /** Calls `changed` when the browser's policy is another. What it returns ends that. */
  readonly watch: (changed: () => void) => () => void;
  /** The ids under which browsers know the extension: this browser's own, and "" for one that is not known here. */
  readonly ids: () => { readonly chrome: string; readonly firefox: string };
  /** Whether a text can be the public key of a signed playbook. */
  readonly isKey: (text: string) => boolean;
}

/** What the page stands on: the browser. */
export const createPolicyPage = (): PolicyActions => ({
  watch: (changed) => {
    const ending = new AbortController();
    watchPolicy(changed, ending.signal);
    return () => {
      ending.abort();
    };
  },
  ids: () => {
    const { id } = browser.runtime;
    return isChromeId(id) ? { chrome: id, firefox: FIREFOX_ID } : { chrome: '', firefox: id };
  },
  isKey: isPublicKey,
});

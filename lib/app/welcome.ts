import { browser } from 'wxt/browser';
import { listen } from './listen.ts';

/** The page that a new installation opens with. */
const WELCOME = '/welcome.html';

/** Opens the welcome page once, when Dealside was installed. The demo build has its CRM and its playbook at once, and opens none. */
export function startWelcome(signal: AbortSignal): void {
  const onInstalled = ({ reason }: { readonly reason: string }): void => {
    if (reason !== 'install' || import.meta.env.MODE === 'demo') return;
    browser.tabs.create({ url: WELCOME }).catch(() => {
      console.debug('[dealside] the welcome page could not be opened');
    });
  };
  listen(browser.runtime.onInstalled, onInstalled, signal);
}

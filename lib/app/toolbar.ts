import { browser } from 'wxt/browser';
import { announce } from '../messaging/server.ts';
import { listen } from './listen.ts';

const POPUP = 'popup.html';

/** The tab may have been closed meanwhile; then there is nothing to set. */
async function setPopup(tabId: number, popup: string): Promise<void> {
  try {
    await browser.action.setPopup({ tabId, popup });
  } catch {
    console.debug('[dealside] the tab is gone');
  }
}

/** A deal is open in the tab: its toolbar button opens and closes the card. The browser forgets it when the tab loads another page. */
export const buttonTogglesCard = (tabId: number): Promise<void> => setPopup(tabId, '');

/** No deal is open in the tab: its toolbar button opens the popup. */
export const buttonOpensPopup = (tabId: number): Promise<void> => setPopup(tabId, POPUP);

async function toggle(tabId: number | undefined, focus: boolean): Promise<void> {
  if (tabId === undefined) return;
  const heard = await announce(tabId, 'toggleCard', { focus });
  // A card that is gone must not leave a dead button behind.
  if (!heard) await buttonOpensPopup(tabId);
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}

/** The toolbar button and the keyboard shortcut. */
export function startToolbar(signal: AbortSignal): void {
  listen(
    browser.action.onClicked,
    ({ id }) => {
      void toggle(id, false);
    },
    signal,
  );
  const onCommand = async (command: string, tabId: number | undefined): Promise<void> => {
    if (command === 'toggle-card') await toggle(tabId ?? (await activeTab()), true);
  };
  listen(
    browser.commands.onCommand,
    (command, tab) => {
      void onCommand(command, tab?.id);
    },
    signal,
  );
}

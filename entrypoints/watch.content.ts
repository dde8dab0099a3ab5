import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchClient } from '../lib/messaging/watch-client.ts';
import { knownCrms } from '../lib/app/custom-known.ts';
import { startWatch } from '../lib/app/watch.ts';

/** Starts watching this page; ends with the signal. */
export const main = async (view: Window, signal: AbortSignal): Promise<void> => {
  startWatch(view, signal, watchClient, await knownCrms());
};

export default defineContentScript({
  // Registered by the background for the hosts that the user granted.
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (ctx) => main(window, ctx.signal),
});

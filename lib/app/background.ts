import { serve } from '../messaging/server.ts';
import { createStore } from '../storage/store.ts';
import { startAlarms } from './alarms.ts';
import { createHandlers } from './handlers.ts';
import { feedJob, startFeed } from './playbook-feed-schedule.ts';
import { tidyJob } from './retention.ts';
import { startSites } from './sites.ts';
import { startToolbar } from './toolbar.ts';
import { startWelcome } from './welcome.ts';

/**
 * Starts the background. All listeners are added in this one turn: the browser wakes a sleeping background
 * for an event only if its listener was there from the start.
 */
export function startBackground(signal: AbortSignal): void {
  const store = createStore();
  serve(createHandlers(store), signal);
  startToolbar(signal);
  startSites(signal);
  startWelcome(signal);
  startFeed(store, signal);
  startAlarms([feedJob(store, signal), tidyJob(store)], signal);
}

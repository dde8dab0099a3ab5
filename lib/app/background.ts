import { serve } from '../messaging/server.ts';
import { createStore } from '../storage/store.ts';
import { createHandlers } from './handlers.ts';
import { startSites } from './sites.ts';
import { startToolbar } from './toolbar.ts';

/**
 * Starts the background. All listeners are added in this one turn: the browser wakes a sleeping background
 * for an event only if its listener was there from the start.
 */
export function startBackground(signal: AbortSignal): void {
  serve(createHandlers(createStore()), signal);
  startToolbar(signal);
  startSites(signal);
}

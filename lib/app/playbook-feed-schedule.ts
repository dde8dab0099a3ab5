import type { Store } from '../storage/db.ts';
import type { Job } from './alarms.ts';
import { tellOpenDeals } from './options-sites.ts';
import { checkFeed, EVERY_MINUTES } from './playbook-feed.ts';
import { watchPolicy } from './policy.ts';

/** Looks every hour for a newer playbook at the URL that is followed. Where none is followed it does nothing. */
export const feedJob = (store: Store, signal: AbortSignal): Job => ({
  name: 'playbook-feed',
  minutes: EVERY_MINUTES,
  run: async () => {
    await checkFeed(store, signal);
  },
});

/**
 * Looks at once where it is due: when the background starts, and when the browser's policy is another. That may have
 * set a playbook as well, or taken one away: the open cards ask again. Until the signal aborts.
 */
export function startFeed(store: Store, signal: AbortSignal): void {
  const check = (): void => void checkFeed(store, signal, { onlyDue: true });
  const changed = (): void => {
    tellOpenDeals(store).catch(() => undefined);
    check();
  };
  watchPolicy(changed, signal);
  check();
}

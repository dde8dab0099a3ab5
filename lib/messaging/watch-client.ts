import { asking } from './asking.ts';
import type { Client } from './client.ts';

/** What the watch script asks of the background: a few of the messages, since it runs on every page of a granted host. */
export type WatchClient = Pick<Client, 'mountCard' | 'leaveDeal' | 'mountBadges' | 'customSites'>;

export const watchClient: WatchClient = {
  mountCard: asking('mountCard'),
  leaveDeal: asking('leaveDeal'),
  mountBadges: asking('mountBadges'),
  customSites: asking('customSites'),
};

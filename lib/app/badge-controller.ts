import type { Adapter, ListRef, PageRef } from '../crm/adapter.ts';
import type { Send } from '../crm/access.ts';
import { isCutOff, type onAnnouncement } from '../messaging/asking.ts';
import type { Client } from '../messaging/client.ts';
import { fetchDeals } from './badge-deals.ts';
import { openList, type BadgeList } from './badge-list.ts';
import type { ListWorld } from './badge-pass.ts';
import { BADGE_TAG, type Painter } from './badge-model.ts';
import { onMoved } from './badge-watch.ts';
import type { PageWindow } from './card-timing.ts';

export interface BadgesSetup {
  readonly view: PageWindow;
  readonly adapter: Adapter;
  /** What the page shows just now. */
  readonly locate: () => PageRef | undefined;
  readonly listen: typeof onAnnouncement;
  readonly client: Pick<Client, 'badges' | 'recordReadings'>;
  readonly send: Send;
  readonly painter: Painter;
}

interface Open {
  readonly key: string;
  readonly list: BadgeList;
  readonly end: AbortController;
}

const refOf = (page: PageRef): ListRef => {
  const { crm, org } = page.ref;
  return org === undefined ? { crm } : { crm, org };
};

/**
 * The badges of one page: on its lists and boards, and on a board that stays behind an open deal. Between lists only the
 * address is listened to. Ends with the signal, when the host is taken away, and when the extension is gone under the page.
 */
export function runBadges(setup: BadgesSetup, outer: AbortSignal): void {
  const { view, adapter, listen } = setup;
  if (outer.aborted || !adapter.rows) return;
  const own = new AbortController();
  const signal = AbortSignal.any([outer, own.signal]);
  const stop = (): void => {
    own.abort();
  };
  // Another script's, cut off before it could go: its badges would stay for ever.
  for (const left of view.document.querySelectorAll(BADGE_TAG)) left.remove();
  const pages = followPages(setup, signal, stop);
  onMoved(view, signal, pages.follow);
  listen('dealChanged', pages.refresh, signal);
  listen('goQuiet', stop, signal);
  signal.addEventListener('abort', () => {
    pages.leave();
    setup.painter.end();
  });
  pages.follow();
}

function followPages(setup: BadgesSetup, signal: AbortSignal, cutOff: () => void) {
  const { view, adapter, client, send, painter } = setup;
  let open: Open | undefined;
  const leave = (): void => {
    open?.end.abort();
    open = undefined;
  };
  const start = (ref: ListRef, key: string): void => {
    leave();
    const end = new AbortController();
    const until = AbortSignal.any([signal, end.signal]);
    const deals = fetchDeals(adapter, ref, { view, signal: until, send }, client);
    /** A deal's own page with no board behind it costs nothing. */
    const empty = (): void => {
      if (setup.locate()?.kind === 'deal') leave();
    };
    const world: ListWorld = { view, adapter, client, painter, deals, isCutOff, cutOff, empty };
    open = { key, list: openList(ref, world, until), end };
  };
  const follow = (): void => {
    if (isCutOff()) {
      cutOff();
      return;
    }
    const page = setup.locate();
    if (!page || (page.kind === 'deal' && !open)) {
      leave();
      return;
    }
    const ref = refOf(page);
    const key = JSON.stringify(ref);
    if (open?.key === key) open.list.refresh();
    else start(ref, key);
  };
  return {
    follow,
    leave,
    refresh: () => {
      open?.list.refresh();
    },
  };
}

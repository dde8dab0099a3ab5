import { crmPages, recognisePage } from '../crm/pages.ts';
import type { PageRef } from '../crm/adapter.ts';
import { isCutOff, onAnnouncement, type Client } from '../messaging/client.ts';

/** What the watch script asks of the background. */
export type WatchClient = Pick<Client, 'mountCard' | 'leaveDeal'>;

/** True when the address alone could be a deal of some CRM: only then is the page worth waiting for. */
const mayBeDeal = (url: URL): boolean => crmPages.some(({ match }) => match(url)?.kind === 'deal');

const idOf = (page: PageRef | undefined): string | undefined =>
  page?.kind === 'deal' ? page.ref.crm : undefined;

/**
 * Looks whether the page of a granted host shows a deal, and has the card put on it the first time that it
 * does. A page whose address is no deal's costs one look at each navigation. Ends with the signal, and when
 * the extension was updated or the host taken away.
 */
export function startWatch(view: Window, outer: AbortSignal, client: WatchClient): void {
  const own = new AbortController();
  const signal = AbortSignal.any([outer, own.signal]);
  const waiting = waitForPage(view, signal, look);
  let asked = false;
  let open = false;

  function look(): boolean {
    if (isCutOff()) {
      own.abort();
      return true;
    }
    const url = new URL(view.location.href);
    const crm = mayBeDeal(url) ? idOf(recognisePage(view.document, url)) : undefined;
    if (open && crm === undefined) void client.leaveDeal({});
    open = crm !== undefined;
    if (crm !== undefined && !asked) void mount(crm);
    return crm !== undefined || !mayBeDeal(url);
  }

  async function mount(crm: string): Promise<void> {
    asked = true;
    const result = await client.mountCard({ crm });
    if (result.ok) return;
    // Asked again at the next navigation, and never by itself.
    asked = false;
    if (result.fault === 'updated') own.abort();
  }

  const check = (): void => {
    waiting(!look());
  };
  /** A page that comes back from the browser's memory has a fresh toolbar button. */
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    asked = false;
    check();
  };
  if (signal.aborted) return;
  onAnnouncement(
    'goQuiet',
    () => {
      own.abort();
    },
    signal,
  );
  onNavigation(view, signal, check);
  view.addEventListener('pageshow', shown, { signal });
  check();
}

/** Calls back after every change of the address without a page load. */
function onNavigation(view: Window, signal: AbortSignal, check: () => void): void {
  // Not in every browser that we run in: Firefox has it from 147 on.
  const { navigation } = view as { readonly navigation?: EventTarget };
  if (navigation) {
    navigation.addEventListener('currententrychange', check, { signal });
    return;
  }
  view.addEventListener('hashchange', check, { signal });
  view.addEventListener('popstate', check, { signal });
}

/**
 * A page may show its address before its contents. While it is waited for, the page's changes are looked at
 * at most once in a frame; `look` returns true when there is nothing left to wait for.
 */
function waitForPage(
  view: Window,
  signal: AbortSignal,
  look: () => boolean,
): (wait: boolean) => void {
  let frame = 0;
  const stop = (): void => {
    observer.disconnect();
    view.cancelAnimationFrame(frame);
    frame = 0;
  };
  const observer = new MutationObserver(() => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted && look()) stop();
    });
  });
  signal.addEventListener('abort', stop, { once: true });
  return (wait) => {
    stop();
    if (wait && !signal.aborted) {
      observer.observe(view.document, { childList: true, subtree: true });
    }
  };
}

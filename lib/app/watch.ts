import type { CrmPages, PageRef } from '../crm/adapter.ts';
import { addressPages } from '../crm/custom/match.ts';
import { crmPages, recogniseCrm, recognisePage } from '../crm/pages.ts';
import { onNavigation } from '../crm/watch.ts';
import { isCutOff, onAnnouncement } from '../messaging/asking.ts';
import type { WatchClient } from '../messaging/watch-client.ts';

/** A page that no CRM recognises after this long belongs to none that is built in, in milliseconds. */
const SETTLED_MS = 1000;

/** True when the address alone could be a deal, a list or a board of some CRM: only then is the page worth waiting for. */
const mayBeOurs = (crms: readonly CrmPages[], url: URL): boolean =>
  crms.some(({ match }) => match(url) !== undefined);

const idOf = (page: PageRef | undefined): string | undefined =>
  page?.kind === 'deal' ? page.ref.crm : undefined;

/**
 * Looks whether the page of a granted host shows a deal, and has the card put on it the first time that it
 * does; likewise the badges for a list or a board. A page whose address is neither's costs one look at each
 * navigation. Ends with the signal, and when the extension was updated or the host taken away.
 */
export function startWatch(
  view: Window,
  outer: AbortSignal,
  client: WatchClient,
  known: readonly CrmPages[] = crmPages,
): void {
  const own = new AbortController();
  const signal = AbortSignal.any([outer, own.signal]);
  const waiting = waitForPage(view, signal, look);
  let crms = known;
  let open = false;
  const quiet = (): void => {
    own.abort();
  };
  const card = mounter(client.mountCard, quiet);
  const badges = mounter(client.mountBadges, quiet);

  function look(): boolean {
    if (isCutOff()) {
      own.abort();
      return true;
    }
    const url = new URL(view.location.href);
    const page = mayBeOurs(crms, url) ? recognisePage(view.document, url, crms) : undefined;
    const crm = idOf(page);
    if (open && crm === undefined) void client.leaveDeal({});
    open = crm !== undefined;
    if (crm !== undefined) card.mount(crm);
    else if (page) badges.mount(page.ref.crm);
    return page !== undefined || !mayBeOurs(crms, url);
  }

  const check = (): void => {
    waiting(!look());
  };
  /** A page that comes back from the browser's memory has a fresh toolbar button. */
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    card.forget();
    check();
  };
  if (signal.aborted) return;
  onOwnCrms(view, signal, client, known, (own) => {
    crms = [...known, ...own];
    check();
  });
  onAnnouncement('goQuiet', quiet, signal);
  onNavigation(view, signal, check);
  view.addEventListener('pageshow', shown, { signal });
  check();
}

/** Has a script put on the page once. A refusal is asked again at the next navigation, and never by itself. */
function mounter(ask: WatchClient['mountCard'], gone: () => void) {
  let asked = false;
  const mount = async (crm: string): Promise<void> => {
    asked = true;
    const result = await ask({ crm });
    if (result.ok) return;
    asked = false;
    if (result.fault === 'updated') gone();
  };
  return {
    mount: (crm: string): void => {
      if (!asked) void mount(crm);
    },
    forget: (): void => {
      asked = false;
    },
  };
}

/**
 * A page that settled without a built-in CRM may be one of the admin's own: the background is asked once for each page
 * load, and `found` is called if there are any on this site.
 */
function onOwnCrms(
  view: Window,
  signal: AbortSignal,
  client: Pick<WatchClient, 'customSites'>,
  known: readonly CrmPages[],
  found: (own: readonly CrmPages[]) => void,
): void {
  const ask = async (): Promise<void> => {
    if (recogniseCrm(view.document, known)) return;
    const answer = await client.customSites({});
    if (signal.aborted || !answer.ok || answer.definitions.length === 0) return;
    found(answer.definitions.map(addressPages));
  };
  const settled = view.setTimeout(() => void ask(), SETTLED_MS);
  signal.addEventListener('abort', () => {
    view.clearTimeout(settled);
  });
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

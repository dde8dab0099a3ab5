import type { DealRef } from '../core/deal.ts';
import { FIELDS, type FieldName } from '../core/fields.ts';
import type { Adapter } from '../crm/adapter.ts';
import { withOverrides } from '../crm/overrides.ts';
import type { onAnnouncement } from '../messaging/asking.ts';
import type { Client } from '../messaging/client.ts';
import type { CardPlace } from '../messaging/protocol.ts';
import { cardActions, reachableFields } from './card-actions.ts';
import { createCardHost, HOST_TAG, type CardHost } from './card-host.ts';
import { afterFrame, onDialogs, type PageWindow } from './card-timing.ts';
import { faultOf } from './card-fault.ts';
import type { CardActions, CardView } from './card-model.ts';
import { openSession, type Session, type SessionWorld } from './card-session.ts';
import { sendsOf } from './send-of.ts';

/** Draws the card into an element. Made by the entry point: only screens know React. */
export interface CardScreen {
  /** `drawn` is called once what it draws stands on the page; not where a newer view took its place before that. */
  readonly render: (view: CardView, actions: CardActions, drawn: () => void) => void;
  readonly end: () => void;
}

export interface CardSetup {
  readonly view: PageWindow;
  readonly adapter: Adapter;
  /** The deal that the page's URL names just now. */
  readonly locate: () => DealRef | undefined;
  readonly listen: typeof onAnnouncement;
  readonly client: Client;
  readonly css: string;
  readonly mode: ShadowRootMode;
  readonly screen: (container: HTMLElement) => CardScreen;
}

const DEFAULT_PLACE: CardPlace = { right: 16, bottom: 16, collapsed: false };

interface OpenDeal {
  readonly session: Session;
  readonly world: SessionWorld;
  readonly end: AbortController;
}

interface Shown {
  readonly host: CardHost;
  readonly screen: CardScreen;
  readonly stepAside: () => void;
}

/** The card of one page: which deal is open, and what of it is on the page. */
interface CardPage {
  readonly setup: CardSetup;
  open: OpenDeal | undefined;
  shown: Shown | undefined;
  closed: boolean;
  /** The address that was looked at last. */
  href: string;
  /** Set by the user in this page; before that the kept one counts. */
  place: CardPlace | undefined;
  focusRequests: number;
  /** What had the focus before the shortcut took it. */
  cameFrom: HTMLElement | undefined;
  cutOff: boolean;
}

/**
 * Follows the CRM's page: a card while a deal is open, another deal's after a switch, nothing elsewhere.
 * Ends with the signal and leaves no trace, but for a text that somebody was writing: that stays to be copied.
 */
export function runCard(setup: CardSetup, signal: AbortSignal): void {
  if (signal.aborted) return;
  const { adapter, view, listen } = setup;
  const page: CardPage = {
    setup,
    open: undefined,
    shown: undefined,
    closed: false,
    href: '',
    place: undefined,
    focusRequests: 0,
    cameFrom: undefined,
    cutOff: false,
  };
  const ended = new AbortController();
  const both = AbortSignal.any([signal, ended.signal]);
  adapter.watch(view, both, ({ saved }) => {
    follow(page, saved);
  });
  onDialogs(view, both, () => {
    settle(page);
  });
  listen(
    'toggleCard',
    ({ focus }) => {
      toggle(page, focus);
    },
    both,
  );
  listen(
    'dealChanged',
    (ref) => {
      reload(page, ref);
    },
    both,
  );
  listen(
    'goQuiet',
    () => {
      ended.abort();
    },
    both,
  );
  ended.signal.addEventListener('abort', () => {
    leave(page);
  });
  signal.addEventListener('abort', () => {
    cutOff(page);
  });
  follow(page, false);
}

/**
 * Looks at the page again: the same deal is read anew, another one gets a session of its own. It runs on
 * every key, so which deal it is gets worked out for another address alone.
 */
function follow(page: CardPage, saved: boolean): void {
  const { href } = page.setup.view.location;
  const ref = page.open && page.href === href ? page.open.session.ref : page.setup.locate();
  page.href = href;
  if (!ref) {
    leave(page);
  } else if (page.open && isSame(page.open.session.ref, ref)) {
    page.open.session.refresh(saved);
    if (page.shown?.host.isThrownOut() === true) settle(page);
  } else {
    start(page, ref);
  }
}

const isSame = (a: DealRef, b: DealRef): boolean =>
  a.crm === b.crm && a.id === b.id && a.org === b.org;

function start(page: CardPage, ref: DealRef): void {
  page.open?.end.abort();
  page.open = undefined;
  const end = new AbortController();
  const { view, client, adapter } = page.setup;
  const changed = (): void => {
    draw(page);
  };
  const sends = sendsOf(adapter.meta, view, client);
  const world: SessionWorld = {
    view,
    client,
    access: (signal, purpose = 'read') => ({ view, signal, send: sends[purpose] }),
    changed,
    /** An admin's selectors come with the playbook. */
    get adapter() {
      const playbook = page.open?.session.context()?.playbook;
      return withOverrides(adapter, playbook?.selectors?.[adapter.meta.id]);
    },
  };
  page.open = { session: openSession(ref, world, end.signal), world, end };
  draw(page);
}

function leave(page: CardPage): void {
  page.open?.end.abort();
  page.open = undefined;
  page.closed = false;
  takeAway(page);
}

function takeAway(page: CardPage): void {
  page.shown?.screen.end();
  page.shown?.host.remove();
  page.shown = undefined;
}

/** The extension is gone under the open page: go quietly, unless a text would go with us. */
function cutOff(page: CardPage): void {
  page.open?.end.abort();
  if (page.shown?.host.hasDraft() !== true) {
    takeAway(page);
    return;
  }
  page.cutOff = true;
  draw(page);
}

/** The button opens and closes the card; the shortcut opens it and brings the focus in, and out again. */
function toggle(page: CardPage, focus: boolean): void {
  const { document } = page.setup.view;
  if (focus && page.shown?.host.hasFocus() === true) {
    page.cameFrom?.focus();
    page.cameFrom = undefined;
    return;
  }
  if (focus) {
    const { activeElement } = document;
    page.cameFrom = activeElement instanceof HTMLElement ? activeElement : undefined;
    page.focusRequests += 1;
  }
  page.closed = !focus && page.shown !== undefined;
  if (page.closed) takeAway(page);
  else draw(page);
}

function reload(page: CardPage, ref: DealRef): void {
  if (page.open && isSame(page.open.session.ref, ref)) void page.open.session.reload();
}

/** Draws what is known. Before anything is known nothing is put on the page, so that nothing flickers. */
function draw(page: CardPage): void {
  const { open, setup } = page;
  if (!open || page.closed) return;
  const view = viewOf(page, open);
  if (!view.assessment && !view.fault && !page.shown) return;
  const shown = page.shown ?? mount(page);
  if (!shown) return;
  const { ref } = open.session;
  const standing = view.assessment?.standing ?? (view.fault ? 'unknown' : undefined);
  const actions = actionsOf(page, open, shown, setup.client);
  // The host names a standing only when its words stand below it: whoever reads the one may read the other.
  shown.screen.render(view, actions, () => {
    shown.host.describe(standing && { deal: `${ref.crm}:${ref.id}`, standing });
    shown.stepAside();
  });
}

/** Another script's card on the page holds somebody's text: it stays until that is dealt with. */
function mount(page: CardPage): Shown | undefined {
  const { setup } = page;
  const { document } = setup.view;
  if (document.querySelector(HOST_TAG)) return undefined;
  const host = createCardHost(document, setup.css, setup.mode);
  const stepAside = afterFrame(setup.view, () => {
    if (page.shown?.host === host) host.stepAside(setup.adapter.saveBar?.(document));
  });
  page.shown = { host, screen: setup.screen(host.container), stepAside };
  host.settle();
  return page.shown;
}

/** Puts the host where it belongs now: a dialog may have opened or closed, or the page thrown it out. */
function settle({ shown }: CardPage): void {
  shown?.host.settle();
  shown?.stepAside();
}

const placeOf = (page: CardPage): CardPlace =>
  page.place ?? page.open?.session.context()?.place ?? DEFAULT_PLACE;

function actionsOf(page: CardPage, open: OpenDeal, shown: Shown, client: Client): CardActions {
  return cardActions(open.session, open.world, {
    container: shown.host.container,
    move: (place) => {
      page.place = place;
      void client.savePlace({ crm: page.setup.adapter.meta.id, place });
      draw(page);
    },
    stepTo: (right) => {
      page.place = { ...placeOf(page), right };
      draw(page);
    },
    close: () => {
      page.closed = true;
      takeAway(page);
    },
  });
}

function viewOf(page: CardPage, open: OpenDeal): CardView {
  const { session, world } = open;
  const playbook = session.context()?.playbook ?? null;
  const fields = (playbook?.gates ?? []).flatMap(({ field }) => (isField(field) ? [field] : []));
  return {
    deal: session.deal() ?? null,
    assessment: session.assessment() ?? null,
    playbook,
    disputes: session.context()?.records?.disputes ?? [],
    readOnly: false,
    stories: session.stories(),
    prompt: session.prompt() ?? null,
    fault: faultOf(session, page.cutOff),
    today: session.today(),
    crmLabel: page.setup.adapter.meta.label,
    canShare: page.setup.adapter.note !== undefined,
    reachable: reachableFields(world, fields),
    place: placeOf(page),
    focusRequests: page.focusRequests,
  };
}

const isField = (field: string | undefined): field is FieldName =>
  field !== undefined && field in FIELDS;

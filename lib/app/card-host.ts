import type { Standing } from '../core/assessment.ts';

/**
 * The card's place in a page that is not ours: one element that carries two data attributes and a
 * shadow root. It lives in the top-most open dialog, since dialogs pull back a focus outside them or
 * close on a press outside them; elsewhere it is a child of the root element, out of the CRM's own tree.
 */

export const HOST_TAG = 'dealside-card';

/** Kept away from the page: its shortcuts must not fire while somebody writes in the card, nor its dialogs close. */
const KEPT_EVENTS = [
  'pointerdown',
  'pointerup',
  'pointermove',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'wheel',
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'change',
  'paste',
  'copy',
  'cut',
  'focusin',
  'focusout',
  'dragstart',
  'drop',
] as const;

const DIALOGS = 'dialog[open], [role="dialog"], [role="alertdialog"]';

/**
 * The wrapper stands in the top layer: no overflow, transform or stacking order of the CRM's reaches it
 * there. It takes no room itself; the card in it places itself against the window. The host is one
 * pixel that nothing can press: an element without a box counts as hidden to those who look for it.
 */
const HOST_CSS = `
:host {
  all: initial !important; display: block !important; position: fixed !important; right: 0 !important;
  bottom: 0 !important; width: 1px !important; height: 1px !important; pointer-events: none !important;
}
.dealside-layer {
  all: initial; display: block; position: fixed; inset: auto; width: 0; height: 0;
  overflow: visible; background: none; pointer-events: auto;
}
`;

/** What the host tells to anybody who looks at the page. */
export interface CardMarks {
  readonly deal: string;
  readonly standing: Standing;
}

export interface CardHost {
  /** Where the card is drawn. */
  readonly container: HTMLElement;
  /** Puts the host where it belongs now, and back if the page threw it out. */
  readonly settle: () => void;
  /** Says on the host which deal the card shows; undefined while it shows none yet. */
  readonly describe: (what: CardMarks | undefined) => void;
  /** Lifts the card off an element of the CRM's that must stay free, and lets it down again. */
  readonly stepAside: (keepFree: HTMLElement | undefined) => void;
  /** True while somebody's text stands in the card and is not sent. */
  readonly hasDraft: () => boolean;
  readonly hasFocus: () => boolean;
  /** True when the page removed the host, or the dialog that it was in. */
  readonly isThrownOut: () => boolean;
  readonly remove: () => void;
}

/** Makes the host. Nothing is on the page before `settle`, and nothing is left on it after `remove`. */
export function createCardHost(
  root: Document,
  css: string,
  mode: ShadowRootMode,
  tag: string = HOST_TAG,
): CardHost {
  const host = root.createElement(tag);
  const shadow = host.attachShadow({ mode });
  const style = root.createElement('style');
  style.textContent = HOST_CSS + css;
  const wrapper = root.createElement('div');
  wrapper.className = 'dealside-layer';
  wrapper.setAttribute('popover', 'manual');
  const container = root.createElement('div');
  wrapper.append(container);
  shadow.append(style, wrapper);
  const keep = (event: Event): void => {
    event.stopPropagation();
  };
  for (const type of KEPT_EVENTS) host.addEventListener(type, keep);
  return {
    container,
    settle: () => {
      settle(root, host, shadow, wrapper);
    },
    describe: (what) => {
      mark(host, 'data-deal', what?.deal);
      mark(host, 'data-standing', what?.standing);
    },
    stepAside: (keepFree) => {
      stepAside(wrapper, container.firstElementChild?.firstElementChild, keepFree);
    },
    hasDraft: () =>
      [...shadow.querySelectorAll('textarea')].some((area) => area.value.trim() !== ''),
    hasFocus: () => root.activeElement === host,
    isThrownOut: () => !host.isConnected,
    remove: () => {
      host.remove();
    },
  };
}

/** An attribute that is set to what it is wakes every observer of the page for nothing. */
function mark(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The last open dialog in the document is the one on top; the root element where there is none. */
function homeFor(root: Document): HTMLElement {
  const open = [...root.querySelectorAll<HTMLElement>(DIALOGS)].filter(isShown);
  return open.at(-1) ?? root.documentElement;
}

function isShown(element: HTMLElement): boolean {
  if (element.getAttribute('aria-hidden') === 'true') return false;
  // jsdom lays nothing out; there every open dialog counts as shown.
  return typeof element.checkVisibility !== 'function' || element.checkVisibility();
}

function settle(root: Document, host: HTMLElement, shadow: ShadowRoot, wrapper: HTMLElement): void {
  const home = homeFor(root);
  if (host.parentElement !== home) move(home, host, shadow);
  if (typeof wrapper.showPopover === 'function' && !wrapper.matches(':popover-open')) {
    wrapper.showPopover();
  }
}

type Mover = HTMLElement & { moveBefore?: (node: Node, child: Node | null) => void };

/** Moves the host with the focus and the caret in it, where the browser does not do that by itself. */
function move(home: Mover, host: HTMLElement, shadow: ShadowRoot): void {
  if (host.isConnected && typeof home.moveBefore === 'function') {
    home.moveBefore(host, null);
    return;
  }
  const focused = shadow.activeElement;
  home.append(host);
  if (focused instanceof HTMLElement) focused.focus();
}

/** Room between the card and what it steps aside for, in CSS pixels. */
const GAP = 8;

/** The card's style sheet adds --ds-lift to its distance from the bottom. */
function stepAside(
  wrapper: HTMLElement,
  card: Element | null | undefined,
  keepFree: HTMLElement | undefined,
): void {
  const before = Number.parseFloat(wrapper.style.getPropertyValue('--ds-lift')) || 0;
  const lift = card && keepFree ? liftOff(card.getBoundingClientRect(), before, keepFree) : 0;
  if (lift !== before) wrapper.style.setProperty('--ds-lift', `${lift}px`);
}

/** How far the card must rise, from where it would be without a lift, to clear the element; 0 where it need not or cannot. */
function liftOff(card: DOMRect, before: number, keepFree: HTMLElement): number {
  const free = keepFree.getBoundingClientRect();
  const bottom = card.bottom + before;
  const beside = card.right <= free.left || free.right <= card.left;
  const apart = bottom <= free.top || free.bottom <= card.top + before;
  if (free.width === 0 || beside || apart) return 0;
  const lift = Math.ceil(bottom - free.top + GAP);
  return card.top + before - lift >= 0 ? lift : 0;
}

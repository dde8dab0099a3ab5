import { isOurs, listen, onNavigation } from '../crm/watch.ts';
import type { PageWindow } from './card-timing.ts';

/** A list that changes all the time is looked at no more often than this, in milliseconds. */
const SELDOM_MS = 150;

const WITHIN: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  // What rows are known by. Style and class change with every movement of a mouse.
  attributeFilter: [
    'href',
    'title',
    'data-id',
    'data-key',
    'data-record-id',
    'data-row-id',
    'data-row-key-value',
    'data-rfd-draggable-id',
    'row-id',
    'row-index',
    'aria-rowindex',
  ],
};

export interface Looking {
  /** Told of every change. True for one inside of a row with a badge: that row may be another deal's by now. */
  readonly note: (record: MutationRecord) => boolean;
  readonly look: () => void;
}

/**
 * Calls `look` when the page's rows may be others. A change in a row with a badge is looked at before the next frame is
 * painted; any other one soon, and then seldom. What Dealside's own elements change is not looked at. Gives the way to ask
 * for a look by hand.
 */
export function onRows(view: PageWindow, signal: AbortSignal, { note, look }: Looking) {
  let frame = 0;
  let timer = 0;
  let looked = Number.NEGATIVE_INFINITY;
  const now = (): void => {
    view.clearTimeout(timer);
    timer = 0;
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      looked = view.performance.now();
      if (!signal.aborted) look();
    });
  };
  const soon = (): void => {
    if (frame !== 0 || timer !== 0) return;
    const wait = looked + SELDOM_MS - view.performance.now();
    if (wait <= 0) now();
    else timer = view.setTimeout(now, wait);
  };
  const observer = new view.MutationObserver((records) => {
    let theirs = false;
    let urgent = false;
    for (const record of records) {
      if (isOurs(record)) continue;
      theirs = true;
      if (note(record)) urgent = true;
    }
    if (urgent) now();
    else if (theirs) soon();
  });
  observer.observe(view.document.body, WITHIN);
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      view.clearTimeout(timer);
      view.cancelAnimationFrame(frame);
    },
    { once: true },
  );
  return now;
}

/** Calls back after a change of the address, and when the page comes back from the browser's memory. */
export function onMoved(view: PageWindow, signal: AbortSignal, moved: () => void): void {
  onNavigation(view, signal, moved);
  listen(view, ['pageshow'], signal, moved);
}

import { takeOwn } from './own-requests.ts';

/** Ways to learn that a page may show other values. All of them end with the signal; none of them polls. */

export type OnChange = (what: { saved: boolean }) => void;
/** Says that something may have changed; `saved` when it may have been saved. */
export type Notify = (saved?: boolean) => void;

/** Gathers everything that is said within one frame into one call. */
export function perFrame(view: Window, signal: AbortSignal, onChange: OnChange): Notify {
  let frame: number | undefined;
  let saved = false;
  signal.addEventListener('abort', () => {
    if (frame !== undefined) view.cancelAnimationFrame(frame);
  });
  return (savedToo = false) => {
    if (signal.aborted) return;
    saved ||= savedToo;
    frame ??= view.requestAnimationFrame(() => {
      const what = { saved };
      frame = undefined;
      saved = false;
      onChange(what);
    });
  };
}

/** Listens while events still run down to their target, since a page may stop them there. */
export function listen(
  target: EventTarget,
  types: readonly string[],
  signal: AbortSignal,
  heard: (event: Event) => void,
): void {
  for (const type of types) {
    target.addEventListener(type, heard, { capture: true, passive: true, signal });
  }
}

/**
 * Hears every change of the URL. `pushState` fires no event of its own in a page, but `navigation` does, in a
 * content script too; browsers without it get the two events that there are.
 */
export function onNavigation(view: Window, signal: AbortSignal, heard: () => void): void {
  const navigation = (view as { navigation?: EventTarget }).navigation;
  if (navigation) navigation.addEventListener('currententrychange', heard, { signal });
  else
    for (const type of ['hashchange', 'popstate']) view.addEventListener(type, heard, { signal });
}

/** Hears every request of the page's own that has finished, by its address; ours are left out where they are listed. */
export function onRequest(
  view: Window,
  signal: AbortSignal,
  heard: (address: string) => void,
): void {
  const { PerformanceObserver: Observer } = view as {
    PerformanceObserver?: typeof PerformanceObserver;
  };
  if (signal.aborted || !Observer?.supportedEntryTypes.includes('resource')) return;
  const observer = new Observer((list) => {
    for (const { name, startTime } of list.getEntries())
      if (!takeOwn(view, name, startTime)) heard(name);
  });
  observer.observe({ type: 'resource' });
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
}

/** Observes elements of a page; a second call puts the new ones in the place of the old. */
export function observer(
  view: Window,
  signal: AbortSignal,
  options: MutationObserverInit,
  heard: () => void,
): { observe: (elements: readonly Node[]) => void } {
  const { MutationObserver: Observer } = view as { MutationObserver?: typeof MutationObserver };
  const mutations =
    Observer &&
    new Observer((records) => {
      if (!records.every(isOurs)) heard();
    });
  signal.addEventListener('abort', () => mutations?.disconnect());
  return {
    observe(elements) {
      mutations?.disconnect();
      if (!signal.aborted) for (const element of elements) mutations?.observe(element, options);
    },
  };
}

/** True for a change that Dealside's own elements made: reacting to it would go round in circles. */
export function isOurs({ target, type, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isOurElement(target)) return true;
  return type === 'childList' && [...addedNodes, ...removedNodes].every(isOurElement);
}

const isOurElement = (node: Node): boolean => node.nodeName.toLowerCase().startsWith('dealside-');

/** Calls `run` once for each delay after the last time that it was asked to: a page settles in its own time. */
export function afterwards(
  view: Window,
  signal: AbortSignal,
  delays: readonly number[],
  run: () => void,
): () => void {
  let timers: number[] = [];
  const stop = (): void => {
    timers.forEach((timer) => {
      view.clearTimeout(timer);
    });
  };
  signal.addEventListener('abort', stop);
  return () => {
    stop();
    if (!signal.aborted) timers = delays.map((delay) => view.setTimeout(run, delay));
  };
}

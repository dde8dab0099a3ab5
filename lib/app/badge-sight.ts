import type { PageWindow } from './card-timing.ts';

/** How far outside of the window a row counts as in sight. */
const MARGIN = '200px';

export interface Sight {
  readonly observe: (element: Element) => void;
  readonly unobserve: (element: Element) => void;
}

/** Tells which elements come into sight and which leave it. Costs nothing while nothing scrolls. */
export function onSight(
  view: PageWindow,
  signal: AbortSignal,
  changed: (changes: readonly { element: Element; inSight: boolean }[]) => void,
): Sight {
  const options = { rootMargin: MARGIN, scrollMargin: MARGIN };
  const observer = new view.IntersectionObserver((entries) => {
    if (signal.aborted) return;
    changed(
      entries.map(({ target, isIntersecting }) => ({ element: target, inSight: isIntersecting })),
    );
  }, options);
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  return {
    observe: (element) => {
      observer.observe(element);
    },
    unobserve: (element) => {
      observer.unobserve(element);
    },
  };
}

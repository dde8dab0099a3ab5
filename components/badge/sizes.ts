import type { PageWindow } from '../../lib/app/card-timing.ts';

/** Hears when names get other sizes or other letters: their last words then stand elsewhere. */
export function onSizes(view: PageWindow, signal: AbortSignal, changed: () => void) {
  // Each is told of once when it is first observed, with nothing changed.
  const fresh = new WeakSet<Element>();
  const observer = new view.ResizeObserver((entries) => {
    if (entries.filter(({ target }) => !fresh.delete(target)).length > 0) changed();
  });
  const { fonts } = view.document;
  view.addEventListener('resize', changed, { passive: true, signal });
  fonts.addEventListener('loadingdone', changed, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  return {
    observe: (home: Element | null) => {
      if (!home) return;
      fresh.add(home);
      observer.observe(home);
    },
    unobserve: (home: Element | null) => {
      if (home) observer.unobserve(home);
    },
  };
}

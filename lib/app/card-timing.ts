/** A page's window with the constructors that belong to it. */
export type PageWindow = Window & typeof globalThis;

/** Runs once after the next frame, however often it is asked to: the layout is then clean, and measuring costs nothing. */
export function afterFrame(view: Window, run: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    view.requestAnimationFrame(() => {
      view.setTimeout(() => {
        waiting = false;
        run();
      });
    });
  };
}

/**
 * Calls `changed` when a dialog may have opened or closed. Most come and go at the body's own level; one that
 * is shown in its place takes the focus. Looking for dialogs at each key would cost more than all else.
 */
export function onDialogs(view: PageWindow, signal: AbortSignal, changed: () => void): void {
  const { document } = view;
  const observer = new view.MutationObserver(changed);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { childList: true });
  }
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  document.addEventListener('focusin', changed, { capture: true, passive: true, signal });
  view.addEventListener('resize', changed, { passive: true, signal });
}

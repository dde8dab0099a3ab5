/** One of the browser's events. */
export interface BrowserEvent<F> {
  readonly addListener: (listener: F) => void;
  readonly removeListener: (listener: F) => void;
}

/** Listens to one of the browser's events until the signal aborts. */
export function listen<F>(event: BrowserEvent<F>, listener: F, signal: AbortSignal): void {
  if (signal.aborted) return;
  event.addListener(listener);
  signal.addEventListener(
    'abort',
    () => {
      event.removeListener(listener);
    },
    { once: true },
  );
}

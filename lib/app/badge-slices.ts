import type { PageWindow } from './card-timing.ts';

/** How long one slice of work may take, in milliseconds: half a frame, so that the page keeps the other half. */
export const SLICE_MS = 6;

/** Lets the page go first: its events, and a frame when one is due. */
function pause(view: PageWindow): Promise<void> {
  const { scheduler } = view as { readonly scheduler?: { readonly yield?: () => Promise<void> } };
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => {
    view.setTimeout(resolve);
  });
}

/** Works through the items in slices and gives way in between. Ends early with the signal. Resolves when it is through. */
export async function inSlices<T>(
  view: PageWindow,
  signal: AbortSignal,
  items: readonly T[],
  work: (item: T) => void,
): Promise<void> {
  let at = 0;
  while (at < items.length && !signal.aborted) {
    const until = view.performance.now() + SLICE_MS;
    do {
      const item = items[at];
      if (item !== undefined) work(item);
      at += 1;
    } while (at < items.length && view.performance.now() < until);
    if (at < items.length) await pause(view);
  }
}

import { browser } from 'wxt/browser';
import { NO_POLICY, type Policy } from './policy-model.ts';
import { checkPolicy } from './policy-schema.ts';

export * from './policy-model.ts';

/**
 * Reads the browser's policy. Never rejects: a browser without one has none, and Firefox fails where no policy names
 * the extension.
 */
export async function readPolicy(): Promise<Policy> {
  try {
    return checkPolicy(await browser.storage.managed.get(null));
  } catch {
    return NO_POLICY;
  }
}

/** Calls `changed` when the browser's policy is another, until the signal aborts. Firefox reads policies at its start alone. */
export function watchPolicy(changed: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const { onChanged } = browser.storage;
  const heard = (_: unknown, area: string): void => {
    if (area === 'managed') changed();
  };
  onChanged.addListener(heard);
  signal.addEventListener(
    'abort',
    () => {
      onChanged.removeListener(heard);
    },
    { once: true },
  );
}
